import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { Product, ProductBody } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params } from '../app/router';
import { toast } from '../app/toast';
import { parseAmount } from '../format/money';
import { inLang } from '../i18n/catalog';
import { useSession } from '../session/session';
import { ErrorBox, type FieldError } from '../ui/ErrorBox';
import { Field } from '../ui/Field';
import { fieldId } from '../ui/fieldId';
import { Icon } from '../ui/Icon';
import { Act, Card, Failure, Notice, PageHead, Slow, useSayFailure } from '../ui/parts';
import { Unsaved } from '../ui/Unsaved';
import { common } from '../ui/words';
import { Pictures } from './Pictures';
import { loadCategories } from './ProductsPage';
import { VariantsEditor, variantName } from './VariantsEditor';
import { blank, type Draft, differences, toBody, toDraft } from './variants';
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

  const check = (): FieldError[] => {
    const errors: FieldError[] = [];
    if (!draft.name.zh.trim()) errors.push({ id: fieldId('name.zh'), text: say.nameMissing });
    if (draft.slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.slug))
      errors.push({ id: fieldId('slug'), text: say.slugBad });
    for (const [at, option] of draft.options.entries()) {
      if (!option.name.zh.trim()) errors.push({ id: fieldId(`options.${at}.name.zh`), text: say.optionMissing });
      for (const [place, value] of option.values.entries())
        if (!value.zh.trim()) errors.push({ id: fieldId(`options.${at}.values.${place}.zh`), text: say.optionMissing });
    }
    const seen = new Set<string>();
    for (const [at, variant] of draft.variants.entries()) {
      const name = variantName(draft, variant, lang) || say.single;
      const sku = variant.sku.trim();
      if (!sku) errors.push({ id: fieldId(`variants.${at}.sku`), text: say.skuMissing(name) });
      else if (seen.has(sku)) errors.push({ id: fieldId(`variants.${at}.sku`), text: say.skuDouble(sku) });
      seen.add(sku);
      const price = parseAmount(variant.price, currency);
      if (price === null || price < 0) errors.push({ id: fieldId(`variants.${at}.price`), text: say.priceBad(name) });
      if (variant.compareAt.trim() && parseAmount(variant.compareAt, currency) === null)
        errors.push({ id: fieldId(`variants.${at}.compareAt`), text: say.priceBad(name) });
      if (variant.weight && !/^\d{1,7}$/.test(variant.weight))
        errors.push({ id: fieldId(`variants.${at}.weightGrams`), text: say.weightBad(name) });
    }
    return errors;
  };
  // Checked on submit first; from then on with every change, so that a mended field falls silent at once.
  const errors = round > 0 ? [...check(), ...server] : [];
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
    if (check().length === 0) save.mutate({ body: toBody(draft, currency), version: stored?.version ?? null });
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
          <Card title={say.basics}>
            <div className="fields">
              <div className="two">
                <Field id={fieldId('name.zh')} label={say.nameZh} error={errorOf('name.zh')}>
                  {(wiring) => (
                    <Input
                      {...wiring}
                      value={draft.name.zh}
                      maxLength={200}
                      onChange={(event) => edit({ name: { ...draft.name, zh: event.target.value } })}
                    />
                  )}
                </Field>
                <Field id={fieldId('name.en')} label={say.nameEn} optional error={errorOf('name.en')}>
                  {(wiring) => (
                    <Input
                      {...wiring}
                      value={draft.name.en}
                      maxLength={200}
                      onChange={(event) => edit({ name: { ...draft.name, en: event.target.value } })}
                    />
                  )}
                </Field>
              </div>
              <Field id={fieldId('slug')} label={say.slug} optional hint={say.slugHint} error={errorOf('slug')}>
                {(wiring) => (
                  <Input
                    {...wiring}
                    value={draft.slug}
                    maxLength={120}
                    spellCheck={false}
                    onChange={(event) => edit({ slug: event.target.value })}
                  />
                )}
              </Field>
              <Field
                id={fieldId('description.zh')}
                label={say.descriptionZh}
                optional
                hint={say.html}
                error={errorOf('description.zh')}
              >
                {(wiring) => (
                  <Input.TextArea
                    {...wiring}
                    rows={5}
                    value={draft.description.zh}
                    onChange={(event) => edit({ description: { ...draft.description, zh: event.target.value } })}
                  />
                )}
              </Field>
              <Field
                id={fieldId('description.en')}
                label={say.descriptionEn}
                optional
                error={errorOf('description.en')}
              >
                {(wiring) => (
                  <Input.TextArea
                    {...wiring}
                    rows={4}
                    value={draft.description.en}
                    onChange={(event) => edit({ description: { ...draft.description, en: event.target.value } })}
                  />
                )}
              </Field>
            </div>
          </Card>
          <Pictures images={draft.images} onChange={(images) => edit({ images })} />
          <VariantsEditor draft={draft} edit={edit} errorOf={errorOf} />
          <Card title={say.seo}>
            <div className="fields">
              <div className="two">
                <Field id={fieldId('seo.title.zh')} label={say.seoTitleZh} optional>
                  {(wiring) => (
                    <Input
                      {...wiring}
                      value={draft.seo.title.zh}
                      onChange={(event) =>
                        edit({ seo: { ...draft.seo, title: { ...draft.seo.title, zh: event.target.value } } })
                      }
                    />
                  )}
                </Field>
                <Field id={fieldId('seo.title.en')} label={say.seoTitleEn} optional>
                  {(wiring) => (
                    <Input
                      {...wiring}
                      value={draft.seo.title.en}
                      onChange={(event) =>
                        edit({ seo: { ...draft.seo, title: { ...draft.seo.title, en: event.target.value } } })
                      }
                    />
                  )}
                </Field>
              </div>
              <div className="two">
                <Field id={fieldId('seo.description.zh')} label={say.seoTextZh} optional>
                  {(wiring) => (
                    <Input.TextArea
                      {...wiring}
                      rows={2}
                      value={draft.seo.description.zh}
                      onChange={(event) =>
                        edit({
                          seo: { ...draft.seo, description: { ...draft.seo.description, zh: event.target.value } },
                        })
                      }
                    />
                  )}
                </Field>
                <Field id={fieldId('seo.description.en')} label={say.seoTextEn} optional>
                  {(wiring) => (
                    <Input.TextArea
                      {...wiring}
                      rows={2}
                      value={draft.seo.description.en}
                      onChange={(event) =>
                        edit({
                          seo: { ...draft.seo, description: { ...draft.seo.description, en: event.target.value } },
                        })
                      }
                    />
                  )}
                </Field>
              </div>
              <Words
                id={fieldId('seo.keywords')}
                label={say.keywords}
                hint={say.keywordsHint}
                value={draft.seo.keywords}
                onChange={(keywords) => edit({ seo: { ...draft.seo, keywords } })}
              />
            </div>
          </Card>
        </div>
        <div>
          {stored && (
            <Card title={say.missingTitle}>
              {stored.missing.length === 0 ? (
                <p className="green">{say.missingNone}</p>
              ) : (
                <ul className="missing">
                  {stored.missing.map((one) => (
                    <li key={one.code}>
                      <Icon name="ring" size={14} />
                      {one.text}
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          )}
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

const split = (typed: string) => [
  ...new Set(
    typed
      .split(/[,，、]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** Words typed in one line, divided by commas of either script. */
function Words({
  id,
  label,
  hint,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint: string;
  value: string[];
  onChange: (words: string[]) => void;
}) {
  const [text, setText] = useState(value.join(', '));
  useEffect(() => {
    setText((old) => (JSON.stringify(split(old)) === JSON.stringify(value) ? old : value.join(', ')));
  }, [value]);
  return (
    <Field id={id} label={label} hint={hint} optional>
      {(wiring) => (
        <Input
          {...wiring}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(split(event.target.value));
          }}
        />
      )}
    </Field>
  );
}

function Place({ draft, edit }: { draft: Draft; edit: (change: Partial<Draft>) => void }) {
  const say = useWords(productWords);
  const lang = useLang();
  const categories = useQuery({ queryKey: ['categories', lang], queryFn: loadCategories, staleTime: 60_000 });
  const all = categories.data ?? [];
  const depth = (id: string | null): number => {
    const parent = all.find((one) => one.id === id)?.parent ?? null;
    return parent === null ? 0 : 1 + depth(parent);
  };
  return (
    <Card title={say.placeTitle}>
      <div className="fields">
        <fieldset>
          <legend>{say.category}</legend>
          {all.length === 0 && <p className="hint">{say.noCategories}</p>}
          {all.map((category) => (
            <label key={category.id} className="check-line" style={{ paddingLeft: depth(category.id) * 20 }}>
              <input
                type="checkbox"
                className="tick"
                checked={draft.categories.includes(category.id)}
                onChange={(event) =>
                  edit({
                    categories: event.target.checked
                      ? [...draft.categories, category.id]
                      : draft.categories.filter((one) => one !== category.id),
                  })
                }
              />
              {inLang(category.name, lang)}
            </label>
          ))}
        </fieldset>
        <Words
          id={fieldId('tags')}
          label={say.tags}
          hint={say.keywordsHint}
          value={draft.tags}
          onChange={(tags) => edit({ tags })}
        />
      </div>
    </Card>
  );
}

/** Somebody else saved first: both versions side by side, and the person decides. */
function Conflict({
  mine,
  theirs,
  keep,
  accept,
}: {
  mine: ProductBody;
  theirs: Product;
  keep: () => void;
  accept: () => void;
}) {
  const say = useWords(productWords);
  const { slug, name, description, seo, categories, tags, options, variants, images } = theirs;
  const rows = differences(mine, { slug, name, description, seo, categories, tags, options, variants, images });
  return (
    <Card title={rows.length === 0 ? say.conflictSame : say.conflictField} flush className="conflict">
      <table className="grid one">
        <thead>
          <tr>
            <th>{say.conflictField}</th>
            <th>{say.conflictYours}</th>
            <th>{say.conflictTheirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 30).map(([path, yours, stored]) => (
            <tr key={path}>
              <td>{path}</td>
              <td>{yours}</td>
              <td>{stored}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="bar">
        <Act needs="products.write" onClick={keep}>
          {say.conflictKeep}
        </Act>
        <Act onClick={accept}>{say.conflictTake}</Act>
      </div>
    </Card>
  );
}
