// Alipay's official kit as a judge. Reads one order as JSON from the input, writes one verdict as JSON.
// The kit plays the merchant against our sandbox, and checks what our own merchant side signs.
import { readFileSync } from 'node:fs';
import { AlipaySdk } from 'alipay-sdk';
// The kit does not export its signing function; reached by file, pinned by the lock file.
import { sign } from './node_modules/alipay-sdk/dist/esm/util.js';

const order = JSON.parse(readFileSync(0, 'utf8'));
const sdk = new AlipaySdk({
  appId: order.appId,
  privateKey: order.privateKey,
  alipayPublicKey: order.publicKey,
  keyType: 'PKCS8',
  gateway: order.gateway,
  camelcase: false,
});

/** Signs the same request again; RSA2 gives the same signature for the same text. */
function signAgain({ fields }) {
  const { sign: _, biz_content: content, method, app_id, charset, sign_type, version, ...rest } = fields;
  const params = { ...rest, bizContent: JSON.parse(content) };
  return { sign: sign(method, params, sdk.config, { bizContentAutoSnakeCase: false }).sign };
}

/** A whole life of a payment, driven by the kit, each answer verified by the kit. */
async function drive({ control, number, notifyUrl }) {
  const ask = (method, bizContent) => sdk.exec(method, { bizContent }, { validateSign: true });
  const page = sdk.pageExecute('alipay.trade.page.pay', 'GET', {
    notifyUrl,
    bizContent: {
      out_trade_no: number, total_amount: '88.88', subject: '测试 商品+A&B=100%', product_code: 'FAST_INSTANT_TRADE_PAY',
    },
  });
  const visit = await fetch(page, { redirect: 'manual' });
  const waiting = await ask('alipay.trade.query', { out_trade_no: number });
  await fetch(`${control}sandbox/alipay/trades/${number}/pay`, { method: 'POST' });
  const refund = { out_trade_no: number, refund_amount: '8.88', out_request_no: 'R1', refund_reason: '不想要了' };
  return {
    visit: visit.status,
    waiting: waiting.trade_status,
    paid: (await ask('alipay.trade.query', { out_trade_no: number })).trade_status,
    refund: (await ask('alipay.trade.refund', refund)).fund_change,
    again: (await ask('alipay.trade.refund', refund)).fund_change,
    found: (await ask('alipay.trade.fastpay.refund.query', { out_trade_no: number, out_request_no: 'R1' })).refund_status,
    close: (await ask('alipay.trade.close', { out_trade_no: number })).sub_code,
    unknown: (await ask('alipay.trade.query', { out_trade_no: 'none' })).sub_code,
  };
}

const acts = {
  sign: signAgain,
  drive,
  notice: ({ fields }) => ({ valid: sdk.checkNotifySignV2(fields) }),
};
process.stdout.write(JSON.stringify(await acts[order.act](order)));
