// The kits of the channels as judges. Reads one order as JSON from the input, writes one verdict as JSON.
import { readFileSync } from 'node:fs';

const order = JSON.parse(readFileSync(0, 'utf8'));

/** Shopify's kit says whether a webhook is one of its own. */
async function shopify({ secret, headers, body }) {
  await import('@shopify/shopify-api/adapters/node');
  const { shopifyApi, ApiVersion } = await import('@shopify/shopify-api');
  const kit = shopifyApi({
    apiKey: 'key', apiSecretKey: secret, hostName: 'shop.example', isEmbeddedApp: false,
    apiVersion: Object.values(ApiVersion)[0], logger: { log: () => {} },
  });
  const rawRequest = { method: 'POST', url: '/hook', headers };
  const verdict = await kit.webhooks.validate({ rawBody: body, rawRequest });
  return { valid: verdict.valid, reason: verdict.reason ?? null, topic: verdict.topic ?? null };
}

/** WooCommerce's kit as a merchant at the simulated shop. */
async function woo({ url, key, secret, callback }) {
  const { default: kit } = await import('@woocommerce/woocommerce-rest-api');
  const Client = kit.default ?? kit;
  const shop = new Client({ url, consumerKey: key, consumerSecret: secret, version: 'wc/v3' });
  const stranger = new Client({ url, consumerKey: key, consumerSecret: 'cs_wrong', version: 'wc/v3' });
  const refused = await stranger.get('orders').then(() => 200, (error) => error.response.status);
  const products = (await shop.get('products', { sku: 'KIT-1' })).data;
  const made = (await shop.post('orders', { set_paid: true, line_items: [{ product_id: products[0].id, quantity: 2 }] })).data;
  const listed = (await shop.get('orders', { orderby: 'modified', order: 'desc', per_page: 1 })).data;
  const done = (await shop.put(`orders/${made.id}`, { status: 'completed' })).data;
  const hook = (await shop.post('webhooks', { topic: 'order.updated', delivery_url: callback, secret: 'kit' })).data;
  const paused = (await shop.put(`webhooks/${hook.id}`, { status: 'paused' })).data;
  return {
    refused, made: made.status, total: made.total, listed: listed[0].id === made.id, done: done.status, hook: hook.status, paused: paused.status,
  };
}

/** The kit of Standard Webhooks signs and verifies. */
async function standard({ secret, id, timestamp, body, signature }) {
  const { Webhook } = await import('standardwebhooks');
  const webhook = new Webhook(secret);
  return { signature: webhook.sign(id, new Date(timestamp * 1000), body), given: signature };
}

process.stdout.write(JSON.stringify(await { shopify, woo, standard }[order.act](order)));
