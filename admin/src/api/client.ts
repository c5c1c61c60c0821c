import createClient from 'openapi-fetch';
import { prefs } from '../app/prefs';
import type { paths } from './generated';
import type { Problem } from './types';

/** The server refused, and said why: `problem` holds fact and way out in the person's language. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** No answer came: the request may or may not have arrived, so a retry must carry the same Idempotency-Key. */
export class Unanswered extends Error {
  constructor() {
    super('unanswered');
    this.name = 'Unanswered';
  }
}

export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

client.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headers())) request.headers.set(name, value);
    return request;
  },
});

/** Language, and the header that a foreign page cannot set: the server asks for it beside the cookie. */
export function headers(): Record<string, string> {
  return { 'Accept-Language': prefs().lang === 'zh' ? 'zh-CN' : 'en', 'X-Guidan': '1' };
}

let signedOut: () => void = () => {};

/** Called once by the session: what to do when any call is answered 401. */
export function onSignedOut(act: () => void): void {
  signedOut = act;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; throws Refused or Unanswered otherwise. */
export async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Unanswered();
  }
  if (answer.response.ok) return answer.data as T;
  throw refusal(answer.response, answer.error);
}

/** A gateway between us and the server may answer in HTML; then the status is all we know. */
export function refusal(response: Response, body: unknown): Refused | Unanswered {
  const problem = body as Partial<Problem> | null;
  if (response.status === 401 && !response.url.endsWith('/api/admin/session')) signedOut();
  if (typeof problem?.title === 'string')
    return new Refused({ code: 'unknown', ...problem, status: response.status } as Problem);
  if (response.status >= 502 && response.status <= 504) return new Unanswered();
  const zh = prefs().lang === 'zh';
  return new Refused({
    status: response.status,
    code: 'unknown',
    title: zh ? '服务器没能处理这次请求' : 'The server could not handle this request',
    detail: zh ? `状态${response.status}，没有更多说明。` : `Status ${response.status}, without an explanation.`,
    remedy: zh
      ? '稍后重试；若仍如此，请管理员看服务器日志。'
      : 'Try again later, or ask the administrator to read the server log.',
  });
}

/** A random key; also where the page is not a secure context and randomUUID is missing. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One key per submission. After an unclear outcome (no answer, or still in progress) the same body goes out under the
 * same key, so that pressing the button again can never do the thing twice; after a clear answer, or when the person
 * changed something, the next submission gets its own key.
 */
export class Attempt {
  private key: string | null = null;
  private body = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body) ?? '';
    if (this.key === null || text !== this.body) {
      this.key = freshKey();
      this.body = text;
    }
    return this.key;
  }

  settle(failure: unknown): void {
    const unclear =
      failure instanceof Unanswered ||
      (failure instanceof Refused && [409, 429, 503].includes(failure.problem.status) && isWaiting(failure.problem));
    if (!unclear) this.key = null;
  }
}

function isWaiting(problem: Problem): boolean {
  return problem.status !== 409 || problem.code === 'idempotency.in_progress';
}
