import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { ProductRow } from '../api/types';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params, usePlace, withQuery } from '../app/router';
import { money } from '../format/money';
import { inLang } from '../i18n/catalog';
import { Chip } from '../orders/Chips';
import { useSession } from '../session/session';
import { Find } from '../ui/Find';
import { Pages } from '../ui/Pages';
import { Act, Code, Empty, Failure, Meta, Moment, PageHead, Slow, Thumb } from '../ui/parts';
import { Table } from '../ui/Table';
import { common } from '../ui/words';
import { loadCategories } from './categories';
import { productWords } from './words';

const size = 50;

export default function ProductsPage(_: Params) {
  const say = useWords(productWords);
  const shared = useWords(common);
  const lang = useLang();
  const { query } = usePlace();
  const { can } = useSession();
  const status = query.get('status');
  const low = query.get('low') === 'true';
  const category = query.get('category');
  const text = query.get('query') ?? '';
  const ask = {
    limit: size,
    ...(status === 'listed' || status === 'draft' ? { status } : {}),
    ...(low ? { low: 'true' } : {}),
    ...(category ? { category } : {}),
    ...(text ? { query: text } : {}),
    ...(query.get('after') ? { after: query.get('after') ?? '' } : {}),
  };
  const list = useQuery({
    queryKey: ['products', ask, lang],
    queryFn: ({ signal }) => take(client.GET('/api/admin/products', { params: { query: ask }, signal })),
    placeholderData: keepPreviousData,
  });
  const categories = useQuery({ queryKey: ['categories', lang], queryFn: loadCategories, staleTime: 60_000 });
  const rows = list.data?.items ?? [];
  const filtered = Boolean(text || category || status || low);
  const set = (change: Record<string, string | null>) =>
    void go(`/products${withQuery(query, { after: null, ...change })}`, { replace: true });
  const chosen = categories.data?.find((one) => one.id === category || one.slug === category);
  const views = [
    ['', shared.all],
    ['?status=listed', say.listed],
    ['?status=draft', say.draft],
    ['?low=true', say.low],
  ] as const;
  const here = status ? `?status=${status}` : low ? '?low=true' : '';

  return (
    <>
      <PageHead title={say.title}>
        {can('products.import') && <Act onClick={() => void go('/imports')}>{say.importThem}</Act>}
        <Act primary needs="products.write" onClick={() => void go('/products/new')}>
          {say.add}
        </Act>
      </PageHead>
      <Failure error={list.error} retry={() => void list.refetch()} />
      <div className="card list">
        <nav className="views" aria-label={say.title}>
          {views.map(([search, name]) => (
            <Link key={search} to={`/products${search}`} aria-current={here === search ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="bar">
          <Find label={say.find} value={text} onFind={(next) => set({ query: next || null })} />
          <Chip name={say.category} value={chosen ? inLang(chosen.name, lang) : null}>
            {(close) => (
              <div className="chip-options">
                <button
                  type="button"
                  aria-pressed={!category}
                  onClick={() => {
                    set({ category: null });
                    close();
                  }}
                >
                  {say.anyCategory}
                </button>
                {categories.data?.map((one) => (
                  <button
                    type="button"
                    key={one.id}
                    aria-pressed={one === chosen}
                    onClick={() => {
                      set({ category: one.id });
                      close();
                    }}
                  >
                    {inLang(one.name, lang)} <small className="soft">{one.count}</small>
                  </button>
                ))}
              </div>
            )}
          </Chip>
          {filtered && (
            <button type="button" className="quiet" onClick={() => void go('/products')}>
              {shared.clear}
            </button>
          )}
        </div>
        {list.isPending ? (
          <Slow rows={8} card={false} />
        ) : rows.length === 0 ? (
          filtered ? (
            <Empty title={say.filtered} action={<Act onClick={() => void go('/products')}>{shared.clearFilters}</Act>}>
              {say.filteredDetail}
            </Empty>
          ) : (
            !list.error && (
              <Empty
                title={say.none}
                action={
                  <Act primary needs="products.write" onClick={() => void go('/products/new')}>
                    {say.add}
                  </Act>
                }
              >
                {say.noneDetail}
              </Empty>
            )
          )
        ) : (
          <Table<ProductRow>
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                head: say.product,
                cell: (row) => (
                  <span className="goods">
                    <Thumb src={row.image} />
                    <span className="cell-two">
                      <Link className="row-link one-line" to={`/products/${row.id}`} title={row.name}>
                        {lang === 'zh' ? row.name || row.nameEn : row.nameEn || row.name}
                      </Link>
                      <Meta>
                        {[
                          row.variantCount > 1 ? (
                            say.variants(row.variantCount)
                          ) : (
                            <Code key="sku" text={row.skus[0] ?? ''} />
                          ),
                          ...row.categories,
                        ]}
                      </Meta>
                    </span>
                  </span>
                ),
              },
              {
                head: say.state,
                width: 150,
                cell: (row) => (
                  <span className="cell-two">
                    <span className="pill" data-state={row.status === 'listed' ? 'good' : 'plain'}>
                      {row.status === 'listed' ? say.listed : say.draft}
                    </span>
                    {row.missing.length > 0 && (
                      <span className="small one-line" title={row.missing.map((one) => one.text).join('\n')}>
                        {row.missing.length === 1 ? row.missing[0]?.text : say.lacks(row.missing.length)}
                      </span>
                    )}
                  </span>
                ),
              },
              {
                head: say.price,
                width: 150,
                num: true,
                cell: (row) => (
                  <span className="cell-two">
                    <span className="amount">{money(row.price)}</span>
                    {row.priceMax.amount !== row.price.amount && (
                      <span className="small amount">– {money(row.priceMax)}</span>
                    )}
                  </span>
                ),
              },
              {
                head: say.available,
                width: 90,
                num: true,
                cell: (row) => <span className={row.available <= 0 ? 'red' : undefined}>{row.available}</span>,
              },
              {
                head: say.updated,
                width: 150,
                wide: true,
                cell: (row) => (
                  <span className="small">
                    <Moment at={row.updatedAt} />
                  </span>
                ),
              },
            ]}
          />
        )}
        {rows.length > 0 && <Pages path="/products" size={size} count={rows.length} next={list.data?.next ?? null} />}
      </div>
    </>
  );
}
