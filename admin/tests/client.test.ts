import { expect, test } from 'vitest';
import { Attempt, Refused, refusal, Unanswered } from '../src/api/client';
import { fieldId } from '../src/ui/fieldId';

const problem = (status: number, code: string) => new Refused({ status, code, title: 'no' });

test('After no answer the same body goes out under the same key', () => {
  const attempt = new Attempt();
  const first = attempt.keyFor({ amount: 1 });
  attempt.settle(new Unanswered());
  expect(attempt.keyFor({ amount: 1 })).toBe(first);
});

test('A changed body gets a key of its own', () => {
  const attempt = new Attempt();
  const first = attempt.keyFor({ amount: 1 });
  attempt.settle(new Unanswered());
  expect(attempt.keyFor({ amount: 2 })).not.toBe(first);
});

test('A clear answer ends the key; a request still in progress does not', () => {
  const attempt = new Attempt();
  const first = attempt.keyFor({});
  attempt.settle(problem(409, 'idempotency.in_progress'));
  expect(attempt.keyFor({})).toBe(first);
  attempt.settle(problem(409, 'stock.insufficient'));
  const second = attempt.keyFor({});
  expect(second).not.toBe(first);
  attempt.settle(null);
  expect(attempt.keyFor({})).not.toBe(second);
});

test('A refusal keeps title, detail and remedy; a gateway page counts as no answer', () => {
  const refused = refusal(new Response(null, { status: 409 }), { code: 'x', title: 't', detail: 'd', remedy: 'r' });
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).problem).toMatchObject({ status: 409, title: 't', detail: 'd', remedy: 'r' });
  expect(refusal(new Response(null, { status: 502 }), '<html>')).toBeInstanceOf(Unanswered);
});

test('A field named by the server has the id of its input', () => {
  expect(fieldId('variants[0].price')).toBe('f-variants-0-price');
  expect(fieldId('variants.0.price')).toBe('f-variants-0-price');
  expect(fieldId('name.zh')).toBe('f-name-zh');
});
