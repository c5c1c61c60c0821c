import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Attempt } from './client';

/** A submission with its Idempotency-Key; `send` gets the body and the key to put on the request. */
export function useSubmit<B, R>(
  send: (body: B, key: string) => Promise<R>,
  options: Omit<UseMutationOptions<R, Error, B>, 'mutationFn'> = {},
) {
  const attempt = useRef(new Attempt());
  return useMutation<R, Error, B>({
    ...options,
    mutationFn: async (body) => {
      const key = attempt.current.keyFor(body);
      try {
        const result = await send(body, key);
        attempt.current.settle(null);
        return result;
      } catch (failure) {
        attempt.current.settle(failure);
        throw failure;
      }
    },
  });
}

export function keyed(key: string) {
  return { 'Idempotency-Key': key };
}
