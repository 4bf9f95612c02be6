import type { Code } from '../../../values/code-set'

/** A code that is no longer given out: kept as supplied, with a warning that proposes its replacement. */
export interface EndedCode extends Code {
  replacement: string
  /** When it ended, in words that follow "ended in", where a source says so. */
  ended?: string
}

export const senStatuses: readonly Code[] = [
  {
    code: 'N',
    label: 'No special educational need',
    aliases: ['No SEN', 'No Special Educational Need', 'None', 'No', 'N - No SEN', 'Not SEN'],
  },
  { code: 'K', label: 'SEN support', aliases: ['SEN Support', 'K - SEN Support', 'SEN support', 'SENS'] },
  {
    code: 'E',
    label: 'Education, health and care plan',
    aliases: [
      'EHCP',
      'EHC plan',
      'EHC Plan',
      'Education, Health and Care Plan',
      'Education Health and Care Plan',
      'E - EHCP',
    ],
  },
]

export const endedSenStatuses: readonly EndedCode[] = [
  { code: 'A', label: 'School Action', replacement: 'K', ended: '2014/15', aliases: ['School Action'] },
  {
    code: 'P',
    label: 'School Action Plus',
    replacement: 'K',
    ended: '2014/15',
    aliases: ['School Action Plus', 'School Action+'],
  },
  { code: 'S', label: 'Statement', replacement: 'E', ended: '2018', aliases: ['Statement', 'Statemented'] },
]

/** Types of need. NSA goes with SEN support only; DS exists since the census of January 2025. */
export const senNeeds: readonly Code[] = [
  {
    code: 'SPLD',
    label: 'Specific learning difficulty',
    aliases: ['SpLD', 'Specific Learning Difficulty', 'Dyslexia'],
  },
  { code: 'MLD', label: 'Moderate learning difficulty' },
  { code: 'SLD', label: 'Severe learning difficulty' },
  {
    code: 'PMLD',
    label: 'Profound and multiple learning difficulty',
    aliases: ['Profound & Multiple Learning Difficulty'],
  },
  {
    code: 'SEMH',
    label: 'Social, emotional and mental health',
    aliases: ['Social, Emotional and Mental Health'],
  },
  {
    code: 'SLCN',
    label: 'Speech, language and communication needs',
    aliases: ['Speech, Language and Communication Needs', 'Speech, Language or Communication Difficulty'],
  },
  { code: 'HI', label: 'Hearing impairment' },
  { code: 'VI', label: 'Vision impairment', aliases: ['Visual impairment', 'Visual Impairment'] },
  { code: 'MSI', label: 'Multi-sensory impairment', aliases: ['Multi-Sensory Impairment'] },
  { code: 'PD', label: 'Physical disability' },
  {
    code: 'ASD',
    label: 'Autistic spectrum disorder',
    aliases: ['Autism', 'Autistic Spectrum Disorder', 'Autism Spectrum Disorder'],
  },
  { code: 'DS', label: 'Down syndrome', aliases: ['Down Syndrome', "Down's syndrome"] },
  { code: 'OTH', label: 'Other difficulty / disability', aliases: ['Other Difficulty/Disability', 'Other'] },
  {
    code: 'NSA',
    label: 'SEN support but no specialist assessment of type of need',
    aliases: ['No Specialist Assessment', 'SEN support but no specialist assessment of type of need'],
  },
]

export const endedSenNeeds: readonly EndedCode[] = [
  { code: 'BESD', label: 'Behaviour, emotional and social difficulties', replacement: 'SEMH' },
  { code: 'BSD', label: 'Behaviour difficulty (older)', replacement: 'SEMH' },
]
