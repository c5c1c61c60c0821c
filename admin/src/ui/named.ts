/** The word for a code that the server may extend; an unknown code is shown readable rather than hidden. */
export function named(words: Readonly<Record<string, unknown>>, code: string | null | undefined): string {
  if (!code) return '';
  const word = words[code] ?? words[code.toLowerCase()];
  return typeof word === 'string' ? word : code.replaceAll('_', ' ');
}
