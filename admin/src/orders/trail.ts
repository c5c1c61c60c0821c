/** The list a person came from: so that the order page knows "3 of 20" and where back is. Lives as long as the tab. */
export interface Trail {
  address: string;
  name: string;
  numbers: readonly string[];
}

let trail: Trail | null = null;

export function leaveTrail(next: Trail): void {
  trail = next;
}

export function currentTrail(): Trail | null {
  return trail;
}
