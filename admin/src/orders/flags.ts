import type { FlagColor } from '../api/types';

export const flagColors: readonly FlagColor[] = ['red', 'yellow', 'green', 'blue', 'purple'];
