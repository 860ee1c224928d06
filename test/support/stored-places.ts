/** What builds of the project's own history wrote to `local:place:<site>`, each since something new came into it. */
export const STORED_PLACES = {
  /** The whole of it, however little was moved; the panel was 308 px wide then. */
  'the first build': { right: 16, top: 96, width: 308, height: 480, form: 'strip' },
  'the build with a switch of bands': {
    right: 812,
    top: 140,
    width: 308,
    height: 480,
    form: 'closed',
    chartBands: false,
  },
  '0.1.0, with a switch of marks in the book': {
    right: 812.5,
    top: 0,
    width: 300,
    height: 420,
    form: 'dot',
    chartBands: true,
    bookMarks: false,
  },
  'the build with a switch of the heat map, by patches': {
    form: 'open',
    right: 640,
    top: 132,
    width: 320,
    height: 480,
    chartHeat: false,
  },
  'the build with a card': {
    right: 712,
    top: 132,
    width: 320,
    height: 480,
    form: 'card',
    cardRight: 784,
    cardTop: 391,
  },
  'the build that stores no place where the panel was put nowhere': {
    form: 'closed',
    chartHeat: false,
    bookMarks: true,
  },
} as const;
