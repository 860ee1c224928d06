/** How a warning sounds: something is near, something goes on, the user's own is in danger. */
export const TONES = ['near', 'moving', 'own'] as const;
export type Tone = (typeof TONES)[number];

/** The tone of a warning of `gravity`, 1 to 6. */
export const toneOf = (gravity: number): Tone => (gravity >= 6 ? 'own' : gravity >= 3 ? 'moving' : 'near');
