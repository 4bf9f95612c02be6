import { ButtonLink } from '../../ui'
import { Preview } from './preview'
import { promises, roles, steps } from './words'

const Calls = () => (
  <div className="form-buttons">
    <ButtonLink href="/demo">Book a demo</ButtonLink>
    <ButtonLink href="/sign-up" weight="quiet">
      Create your school’s account
    </ButtonLink>
  </div>
)

/** The home page between header and footer. */
export const Home = () => (
  <main id="main" tabIndex={-1} className="home" data-page="home">
    <div className="home-hero">
      <div className="home-inside">
        <div>
          <h1>See what your upload will change, before it changes anything</h1>
          <p className="home-lead">
            OTrack keeps your school’s roll in one careful place. Upload the file that SIMS, Arbor or Bromcom
            already gives you, and read what would be added, changed or left out, line by line. Then you
            decide.
          </p>
          <Calls />
        </div>
        <Preview />
      </div>
    </div>

    <section className="home-part" id="how">
      <div className="home-inside">
        <h2>From your export to your roll</h2>
        <ol className="home-steps">
          {steps.map(({ title, says }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{says}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>

    <section className="home-part" id="data-protection">
      <div className="home-inside">
        <div>
          <h2>Data protection is how it is built</h2>
          <p className="home-aside">
            Your school is the controller of its pupils’ data. We are its processor: we do with it what you
            instruct, and nothing of our own.
          </p>
          <p>
            <a href="/privacy">Read the privacy notice</a>
          </p>
        </div>
        <dl className="home-promises">
          {promises.map(({ title, says }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>

    <section className="home-part" id="people">
      <div className="home-inside">
        <div>
          <h2>Everyone sees what their work needs</h2>
          <p className="home-aside">
            A role opens what its work needs and nothing more. That holds at every address, not only in the
            menu.
          </p>
        </div>
        <dl className="home-promises">
          {roles.map(({ title, says }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>

    <section className="home-part home-end">
      <div className="home-inside">
        <div>
          <h2>Bring your hardest questions</h2>
          <p>
            We show you OTrack with invented pupils, and stay for what your data lead and your data protection
            officer want to know.
          </p>
        </div>
        <Calls />
      </div>
    </section>
  </main>
)
