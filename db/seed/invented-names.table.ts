/** Names to invent pupils from: common ones of the families that live in English towns, joined at random and so nobody's. */
export interface NamePool {
  /** Share of families, in parts of the sum of all. */
  weight: number
  ethnicities: readonly string[]
  /** Chance that English is not the family's first language. */
  eal: number
  girls: readonly string[]
  boys: readonly string[]
  surnames: readonly string[]
}

const words = (list: string) => list.split(' ')

export const namePools: readonly NamePool[] = [
  {
    weight: 62,
    ethnicities: ['WBRI', 'WBRI', 'WBRI', 'WBRI', 'WENG', 'MWBC', 'MWAS'],
    eal: 0,
    girls: words(
      'Isla Ava Freya Ivy Elsie Willow Poppy Daisy Evelyn Phoebe Sienna Maisie Rosie Matilda Erin Thea Harriet Martha Nancy Beatrice Orla Edie Robyn Hollie Imogen Tilly Florence Penelope Eliza Bonnie Lottie Clara',
    ),
    boys: words(
      'Alfie Archie Freddie Theo Albie Reggie Jude Louie Rory Jenson Toby Stanley Ellis Dexter Ronnie Felix Rowan Jasper Otis Hugo Barnaby Callum Kit Ted Wilfred Ralph Sonny Caleb Ewan Jesse Finley Arlo',
    ),
    surnames: words(
      'Ashworth Barraclough Birtwhistle Brocklebank Catterall Clegg Copley Dransfield Eastwood Entwistle Fairclough Fenwick Garside Greenhalgh Hardcastle Haigh Heptonstall Illingworth Kershaw Ledgard Lockwood Micklethwaite Moxon Murgatroyd Naylor Oldroyd Penistone Pickles Ramsbottom Rawcliffe Shackleton Sugden Sutcliffe Tattersfield Thwaite Threlfall Uttley Varley Wadsworth Wigglesworth Womersley Ackroyd Bickerstaff Cockcroft Duckworth Firth Hirst Lumb Metcalfe Sykes',
    ),
  },
  {
    weight: 9,
    ethnicities: ['APKN', 'APKN', 'AMPK', 'AKPA', 'ABAN'],
    eal: 0.7,
    girls: words('Aisha Maryam Zainab Hafsa Inaya Anaya Fatimah Safa Amina Khadija Iqra Sumaya Noor Zara'),
    boys: words('Zayn Ayaan Haris Ibrahim Rayyan Danyal Bilal Hamza Yahya Musa Idris Eesa Zakariya Umar'),
    surnames: words(
      'Akhtar Bashir Chaudhry Hanif Iqbal Jamil Latif Mahmood Nawaz Qureshi Rafiq Sabir Yaqoob Zaman Uddin Miah',
    ),
  },
  {
    weight: 6,
    ethnicities: ['AIND', 'AIND', 'AOTH', 'ASLT'],
    eal: 0.55,
    girls: words('Anika Diya Harleen Ishani Jasleen Kavya Meera Navya Riya Saanvi Simran Tara'),
    boys: words('Aarav Arjun Dev Gurdeep Ishaan Jai Karan Nikhil Rohan Veer Yuvraj Harjot'),
    surnames: words(
      'Bains Chauhan Dhaliwal Gohil Joshi Lad Mistry Parmar Rathod Sandhu Solanki Thind Vaghela Sivakumar',
    ),
  },
  {
    weight: 6,
    ethnicities: ['BAFR', 'BAFR', 'BNGN', 'BGHA', 'MWBA'],
    eal: 0.4,
    girls: words('Adaeze Amara Chiamaka Efua Folasade Ifeoma Morayo Nana Temi Zuri Abena Oluchi'),
    boys: words('Ayodele Chidi Ebo Emeka Femi Kofi Kwabena Obinna Tobi Uche Yaw Dayo'),
    surnames: words(
      'Abiola Adeyemi Amoako Asante Boakye Danso Eze Fashola Ibekwe Nwosu Ogunleye Okeke Osei Quartey',
    ),
  },
  {
    weight: 5,
    ethnicities: ['WEEU', 'WOTH', 'WEEU', 'WEUR'],
    eal: 0.9,
    girls: words('Zofia Hanna Lena Maja Oliwia Ilinca Daria Ioana Gabija Viktorija Zuzanna Łucja'),
    boys: words('Jakub Szymon Antoni Filip Kacper Andrei Matei Ștefan Lukas Dominykas Oleksandr Michał'),
    surnames: words(
      'Kowalczyk Wiśniewski Zieliński Wójcik Dąbrowski Popa Munteanu Ionescu Kazlauskas Petrauskas Bondarenko Horváth Novotný Dvořák',
    ),
  },
  {
    weight: 3,
    ethnicities: ['BCRB', 'MWBC', 'BCRB'],
    eal: 0,
    girls: words('Amelia-Rose Chanel Destiny Kiara Nevaeh Shanice Tiana Zahra'),
    boys: words('Amari Dante Jaydon Kymani Malachi Nathaniel Omari Tyrese'),
    surnames: [
      'Bennett-Clarke',
      'Blackwood',
      'Palmer-Reid',
      'Dacosta',
      'Gayle',
      'Lindo',
      'McFarlane',
      'Pinnock',
    ],
  },
  {
    weight: 3,
    ethnicities: ['OARA', 'OOTH', 'OKRD', 'BSOM', 'OAFG'],
    eal: 0.95,
    girls: words('Layan Rania Yasmin Hodan Ifrah Shirin Parwana Dilan'),
    boys: words('Karim Omar Younis Abdirahman Guled Rebin Farhad Sami'),
    surnames: [
      'Abdi',
      'Al-Najjar',
      'Barzani-Amin',
      'El Khatib',
      'Farah',
      'Haidari',
      'Nuur',
      'Warsame',
      'Rekik',
      'Saleh',
    ],
  },
  {
    weight: 2,
    ethnicities: ['WOTH', 'WPOR', 'OLAM'],
    eal: 0.9,
    girls: words('Inês Lucía Beatriz Sofía Catarina Noa Martina Zoë'),
    boys: words('João Tomás Mateo Iker Rúben Gonçalo Andrés José'),
    surnames: [
      'Núñez Vidal',
      'da Conceição',
      'de la Rúa',
      'Figueiredo',
      'Peñalver',
      'Quintão',
      'Taborda',
      'Valdés Ríos',
    ],
  },
  {
    weight: 2,
    ethnicities: ['CHNE', 'CHKC', 'OVIE', 'OFIL'],
    eal: 0.85,
    girls: words('Xinyi Mei Yuna Ka-Yan Linh Maricel Jiayi Hoi-Ching'),
    boys: words('Zihan Chun-Hei Minh Junjie Tsz-Ho Rafael Haoran Lok-Yin'),
    surnames: words('Cheung Fong Hoang Kwok Leung Mak Pham Tsang Yip Zhou Bautista Ocampo'),
  },
  {
    weight: 2,
    ethnicities: ['WIRI', 'WIRI', 'WIRT', 'WROM'],
    eal: 0,
    girls: words('Aoife Caoimhe Niamh Saoirse Róisín Margaret Kathleen Bridget'),
    boys: words('Cillian Oisín Fionn Darragh Conor Miley Patrick Séamus'),
    surnames: words("O’Dowd O'Hanlon McGinley Ní-Bhriain Mulcahy Quilligan Tierney Fahey"),
  },
]
