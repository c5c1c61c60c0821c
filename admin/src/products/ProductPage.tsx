import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { Product, ProductBody } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params } from '../app/router';
import { toast } from '../app/toast';
import { inLang } from '../i18n/catalog';
import { useSession } from '../session/session';
import { ErrorBox, type FieldError } from '../ui/ErrorBox';
import { fieldId } from '../ui/fieldId';
import { Icon } from '../ui/Icon';
import { Act, Card, Failure, Notice, PageHead, Slow, useSayFailure } from '../ui/parts';
import { Unsaved } from '../ui/Unsaved';
import { common } from '../ui/words';
import { Basics } from './Basics';
import { Conflict } from './Conflict';
import { checkDraft } from './checkDraft';
import { Missing } from './Missing';
import { Pictures } from './Pictures';
import { Place } from './Place';
import { Seo } from './Seo';
import { VariantsEditor } from './VariantsEditor';
import { blank, type Draft, toBody, toDraft } from './variants';
import { productWords } from './words';
import './product.css';

export default function ProductPage({ params }: Params) {
  const id = params.id ?? 'new';
  const isNew = id === 'new';
  const say = useWords(productWords);
  const lang = useLang();
  const product = useQuery({
    queryKey: ['product', id, lang],
    queryFn: () => take(client.GET('/api/admin/products/{id}', { params: { path: { id } } })),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  if (!isNew && !product.data)
    return (
      <>
        <PageHead title={say.title} />
        {product.error ? <Failure error={product.error} retry={() => void product.refetch()} /> : <Slow />}
      </>
    );
  return <ProductForm key={id} product={product.data ?? null} />;
}

function ProductForm({ product }: { product: Product | null }) {
  const say = useWords(productWords);
  const shared = useWords(common);
  const lang = useLang();
  const { me, can } = useSession();
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const currency = me.shop.currency;
  const [stored, setStored] = useState<Product | null>(product);
  const start = useMemo(() => (stored ? toDraft(stored) : blank()), [stored]);
  const [draft, setDraft] = useState<Draft>(start);
  const [round, setRound] = useState(0);
  const [server, setServer] = useState<FieldError[]>([]);
  const [theirs, setTheirs] = useState<Product | null>(null);
  const dirty = JSON.stringify(draft) !== JSON.stringify(start);
  const writable = can('products.write');

  // A newer version that arrives while nothing was typed is simply shown.
  useEffect(() => {
    if (product && stored && product.version > stored.version && !dirty) {
      setStored(product);
      setDraft(toDraft(product));
    }
  }, [product, stored, dirty]);

  const edit = (change: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...change }));
    setServer([]);
  };

  // Checked on submit first; from then on with every change, so that a mended field falls silent at once.
  const errors = round > 0 ? [...checkDraft(draft, currency, lang), ...server] : [];
  const errorOf = (path: string) => errors.find((error) => error.id === fieldId(path))?.text;

  const arrived = (next: Product) => {
    setStored(next);
    setDraft(toDraft(next));
    setRound(0);
    setServer([]);
    setTheirs(null);
    cache.setQueryData(['product', next.id, lang], next);
    void cache.invalidateQueries({ queryKey: ['products'] });
  };
  const save = useSubmit(
    ({ body, version }: { body: ProductBody; version: number | null }, key) =>
      stored && version !== null
        ? take(
            client.PUT('/api/admin/products/{id}', {
              params: { path: { id: stored.id }, header: keyed(key) },
              body: { ...body, version },
            }),
          )
        : take(client.POST('/api/admin/products', { params: { header: keyed(key) }, body })),
    {
      onSuccess: (next) => {
        const created = !stored;
        toast(created ? say.created : say.saved);
        arrived(next);
        if (created) void go(`/products/${next.id}`, { replace: true, force: true });
      },
      onError: (failure) => {
        if (!(failure instanceof Refused)) return;
        const fields = Object.entries(failure.problem.errors ?? {}).flatMap(([path, texts]) =>
          texts.map((text) => ({ id: fieldId(path), text })),
        );
        setServer(fields);
        setRound((old) => old + 1);
        if (failure.problem.code === 'product.changed' && stored)
          void take(client.GET('/api/admin/products/{id}', { params: { path: { id: stored.id } } })).then(
            setTheirs,
            sayFailure,
          );
      },
    },
  );
  const submit = () => {
    setServer([]);
    setRound((old) => old + 1);
    if (checkDraft(draft, currency, lang).length === 0)
      save.mutate({ body: toBody(draft, currency), version: stored?.version ?? null });
  };
  const listing = useSubmit(
    ({ verb }: { verb: 'list' | 'unlist' }, key) => {
      const params = { path: { id: stored?.id ?? '' }, header: keyed(key) };
      return verb === 'list'
        ? take(client.POST('/api/admin/products/{id}/list', { params }))
        : take(client.POST('/api/admin/products/{id}/unlist', { params }));
    },
    {
      onSuccess: async (_, { verb }) => {
        toast(verb === 'list' ? say.listedNow : say.unlistedNow);
        if (stored)
          arrived(await take(client.GET('/api/admin/products/{id}', { params: { path: { id: stored.id } } })));
      },
      onError: sayFailure,
    },
  );
  const title = stored ? inLang(stored.name, lang) : say.newTitle;
  const failed = save.error instanceof Refused && save.error.problem.errors ? null : save.error;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        } else if (event.key === 'Enter' && (event.target as HTMLElement).tagName === 'INPUT') event.preventDefault();
      }}
    >
      <div className="back">
        <Link to="/products">
          <Icon name="left" size={14} />
          {say.back}
        </Link>
      </div>
      <PageHead
        title={title}
        note={
          stored && (
            <span className="pill" data-state={stored.status === 'listed' ? 'good' : 'plain'}>
              {stored.status === 'listed' ? say.listed : say.draft}
            </span>
          )
        }
      >
        {stored && (
          <Act
            needs="products.write"
            loading={listing.isPending}
            onClick={() =>
              dirty ? toast(say.saveFirst) : listing.mutate({ verb: stored.status === 'listed' ? 'unlist' : 'list' })
            }
          >
            {stored.status === 'listed' ? say.unlist : say.list}
          </Act>
        )}
      </PageHead>
      <Unsaved dirty={dirty} />
      <ErrorBox errors={errors} round={round} />
      <Failure error={failed} focus />
      {!writable && <Notice tone="plain" title={say.readOnly} />}
      {theirs && (
        <Conflict
          mine={toBody(draft, currency)}
          theirs={theirs}
          keep={() => save.mutate({ body: toBody(draft, currency), version: theirs.version })}
          accept={() => {
            save.reset();
            arrived(theirs);
          }}
        />
      )}
      <fieldset className="form-split" disabled={!writable}>
        <div>
          <Basics draft={draft} edit={edit} errorOf={errorOf} />
          <Pictures images={draft.images} onChange={(images) => edit({ images })} />
          <VariantsEditor draft={draft} edit={edit} errorOf={errorOf} />
          <Seo draft={draft} edit={edit} />
        </div>
        <div>
          {stored && <Missing product={stored} />}
          <Place draft={draft} edit={edit} />
          <Card>
            <p className="hint">{say.stockElsewhere}</p>
            {stored && can('stock.read') && (
              <Link to={`/stock?query=${encodeURIComponent(stored.variants[0]?.sku ?? '')}`}>{say.toStock}</Link>
            )}
          </Card>
        </div>
      </fieldset>
      {writable && (
        <div className="save-bar">
          <Act primary needs="products.write" loading={save.isPending} onClick={submit}>
            {stored ? shared.save : say.create}
          </Act>
          <span className="soft">{dirty ? say.unsaved : say.nothingToSave}</span>
        </div>
      )}
    </form>
  );
}
