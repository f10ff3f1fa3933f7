/** What a colour means. Never the only sign of it: an icon's shape and a word say the same. */
export type Tone = 'good' | 'stop' | 'caution' | 'motion' | 'rest';
