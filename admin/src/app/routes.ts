import { lazy } from 'react';
import type { Route } from './router';

/** Every page is a chunk of its own; scripts/budget.mjs weighs each with all that its first screen loads. */
export const routes: readonly Route[] = [
  { pattern: '/', page: lazy(() => import('../home/HomePage')) },
  { pattern: '/orders', page: lazy(() => import('../orders/OrdersPage')), needs: 'orders.read' },
  { pattern: '/orders/:number', page: lazy(() => import('../orders/OrderPage')), needs: 'orders.read' },
];
