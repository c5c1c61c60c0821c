import { lazy } from 'react';
import type { Route } from './router';

/** Every page is a chunk of its own; scripts/budget.mjs weighs each with all that its first screen loads. */
export const routes: readonly Route[] = [
  { pattern: '/', page: lazy(() => import('../home/HomePage')) },
  { pattern: '/orders', page: lazy(() => import('../orders/OrdersPage')), needs: 'orders.read' },
  { pattern: '/orders/:number', page: lazy(() => import('../orders/OrderPage')), needs: 'orders.read' },
  {
    pattern: '/unreturned',
    page: lazy(() => import('../channels/ArrivalsPage')),
    needs: 'channels.read',
  },
  { pattern: '/customers', page: lazy(() => import('../customers/CustomersPage')), needs: 'customers.read' },
  { pattern: '/customers/:id', page: lazy(() => import('../customers/CustomerPage')), needs: 'customers.read' },
  { pattern: '/products', page: lazy(() => import('../products/ProductsPage')), needs: 'products.read' },
  { pattern: '/products/:id', page: lazy(() => import('../products/ProductPage')), needs: 'products.read' },
  { pattern: '/stock', page: lazy(() => import('../stock/StockPage')), needs: 'stock.read' },
  { pattern: '/stock/:sku', page: lazy(() => import('../stock/SkuPage')), needs: 'stock.read' },
  { pattern: '/imports', page: lazy(() => import('../imports/ImportsPage')), needs: 'products.import' },
  { pattern: '/imports/:id', page: lazy(() => import('../imports/ImportPage')), needs: 'products.import' },
  { pattern: '/sheet', page: lazy(() => import('../sheet/SheetPage')), needs: 'assurance.read' },
  { pattern: '/proof', page: lazy(() => import('../proof/ProofPage')), needs: 'assurance.read' },
  { pattern: '/audit', page: lazy(() => import('../records/AuditPage')), needs: 'audit.read' },
  { pattern: '/operations', page: lazy(() => import('../records/MessagesPage')), needs: 'operations.read' },
  { pattern: '/settings', page: lazy(() => import('../settings/SettingsPage')) },
  { pattern: '/settings/:part', page: lazy(() => import('../settings/SettingsPage')) },
];
