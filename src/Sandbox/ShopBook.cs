using Guidan.Kernel;

namespace Guidan.Sandbox;

/// <summary>
/// The books of one simulated shop: its goods, its orders, who listens. Each decision is made and written under the
/// journal's gate, with the whole order as it stands afterwards.
/// </summary>
internal sealed class ShopBook
{
    // Beyond what a double keeps, as real ones may be: who takes an id for a number loses it.
    private const long ShopifyFirst = 820_982_911_946_200_000;
    private const long WooFirst = 700;

    /// <summary>A note was added.</summary>
    public const string Noted = "sale.note_added";

    private readonly Journal journal;
    private readonly SandboxClock clock;
    private readonly SortedDictionary<long, Sale> sales = [];
    private readonly Dictionary<string, Goods> goods = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Hook> hooks = [];
    private long things;

    public ShopBook(string party, Journal journal, SandboxClock clock)
    {
        (Party, this.journal, this.clock) = (party, journal, clock);
        journal.Applied += Apply;
    }

    public string Party { get; }

    /// <summary>Told under the gate of every change of an order, with the kind of fact.</summary>
    public event Action<ShopBook, Sale, string>? Changed;

    public IReadOnlyList<Sale> Sales { get { lock (journal.Gate) return sales.Values.ToList(); } }

    public IReadOnlyList<Goods> Shelf { get { lock (journal.Gate) return goods.Values.ToList(); } }

    public IReadOnlyList<Hook> Hooks { get { lock (journal.Gate) return hooks.Values.Where(h => h.Status != "deleted").ToList(); } }

    public Sale? Find(long id)
    {
        lock (journal.Gate) return sales.GetValueOrDefault(id);
    }

    public Goods? FindGoods(string? sku)
    {
        lock (journal.Gate) return sku is null ? null : goods.GetValueOrDefault(sku);
    }

    /// <summary>Null when more is taken off than the goods cost.</summary>
    public Sale? Place(SaleWish wish)
    {
        lock (journal.Gate)
        {
            var now = clock.GetUtcNow();
            var count = sales.Count + 1;
            var id = (Party == "shopify" ? ShopifyFirst : WooFirst) + count;
            var asked = wish.Lines.Select((l, i) => Line(l, NextThing(i))).ToList();
            var weights = asked.Select(l => l.Price * l.Quantity).ToList();
            if (wish.Discount > weights.Sum()) return null;
            var discounts = new Money(wish.Discount, wish.Currency).Allot(weights);
            var taxes = new Money(wish.Tax, wish.Currency).Allot(weights);
            var sale = new Sale
            {
                Id = id, Number = Party == "shopify" ? $"#{1000 + count}" : $"{id}", CreatedAt = now, UpdatedAt = now, Currency = wish.Currency,
                TaxesIncluded = wish.TaxesIncluded && Party == "shopify", Freight = wish.Freight, Buyer = wish.Buyer ?? new SaleBuyer(), Note = wish.Note,
                Lines = asked.Select((l, i) => l with { Discount = discounts[i], Tax = taxes[i] }).ToList(),
                Test = wish.Test, Gateway = wish.Gateway ?? (Party == "shopify" ? "Alipay Global" : "alipay"), PaidAt = wish.Paid ? now : null,
                TransactionId = wish.Paid ? $"T{id}" : null,
            };
            Append("sale.placed", sale, sale.Total);
            return sale;
        }
    }

    /// <summary>The order after the change, or null when it is unknown or the change is refused.</summary>
    /// <param name="amount">What moved; the total when left out.</param>
    public Sale? Change(long id, string kind, Func<Sale, DateTimeOffset, Sale?> change, long? amount = null)
    {
        lock (journal.Gate)
        {
            var now = clock.GetUtcNow();
            if (!sales.TryGetValue(id, out var sale) || change(sale, now) is not { } changed) return null;
            // A note is no change of the order: its time stays, and nobody is told.
            Append(kind, kind == Noted ? changed : changed with { UpdatedAt = now }, amount ?? changed.Total);
            return sales[id];
        }
    }

    public Sale? Pay(long id) => Change(id, "sale.paid", (sale, now) => sale.PaidAt is null && sale.CanceledAt is null
        ? sale with { PaidAt = now, TransactionId = $"T{id}" } : null);

    public Sale? Cancel(long id, string? reason, bool refund) => Change(id, "sale.canceled", (sale, now) => sale.CanceledAt is not null || sale.Shipments.Count > 0
        ? null : sale with
        {
            CanceledAt = now,
            CancelReason = reason ?? "customer",
            Refunds = refund && sale.PaidAt is not null && sale.Total > sale.Refunded
            ? [.. sale.Refunds, new(NextThing(), now, sale.Total - sale.Refunded, reason)] : sale.Refunds
        });

    public Sale? Refund(long id, long amount, string? reason) => Change(id, "sale.refunded", (sale, now) =>
        sale.PaidAt is null || amount <= 0 || sale.Refunded + amount > sale.Total
            ? null : sale with { Refunds = [.. sale.Refunds, new(NextThing(), now, amount, reason)] }, amount);

    /// <summary>Sets how many of a SKU are in the order: fewer, or a line more.</summary>
    public Sale? Edit(long id, SaleWishLine wish) => Change(id, "sale.edited", (sale, now) =>
    {
        if (sale.CanceledAt is not null || sale.Shipments.Count > 0) return null;
        if (sale.Lines.FirstOrDefault(l => l.Sku == wish.Sku) is not { } line) return sale with { Lines = [.. sale.Lines, Line(wish, NextThing())] };
        var gone = sale.Kept(line) - wish.Quantity;
        if (gone <= 0) return null;
        return sale with
        {
            Removals = [.. sale.Removals, new(NextThing(), now, line.Id, gone,
                (line.Price * line.Quantity - line.Discount) * gone / line.Quantity, line.Tax * gone / line.Quantity)],
        };
    });

    public Sale? Ship(long id, SaleShipment shipment) => Change(id, "sale.shipped", (sale, now) =>
        sale.CanceledAt is not null || shipment.Lines.Count == 0
        || shipment.Lines.Any(s => s.Quantity <= 0 || sale.Lines.FirstOrDefault(l => l.Id == s.LineId) is not { } line || sale.Left(line) < s.Quantity)
            ? null : sale with { Shipments = [.. sale.Shipments, shipment with { Id = NextThing(), At = now }] });

    public void Stock(IReadOnlyList<Goods> shelf)
    {
        lock (journal.Gate)
            journal.Append(shelf.Select((g, i) => new Fact
            {
                Kind = "goods.saved", Party = Party, Key = g.Sku,
                Goods = goods.TryGetValue(g.Sku, out var known) ? g with { Id = known.Id, Stock = g.Stock ?? known.Stock } : g with { Id = goods.Count + i + 1 },
            }).ToArray());
    }

    public Hook Listen(string topic, string address, string? secret)
    {
        lock (journal.Gate) return Save(new(hooks.Count + 1, topic, address, secret, "active", 0, clock.GetUtcNow()));
    }

    public Hook? ChangeHook(long id, Func<Hook, Hook> change)
    {
        lock (journal.Gate) return hooks.TryGetValue(id, out var hook) && hook.Status != "deleted" ? Save(change(hook)) : null;
    }

    private Hook Save(Hook hook)
    {
        journal.Append(new Fact { Kind = "hook.saved", Party = Party, Key = $"{hook.Id}", Hook = hook, Status = hook.Failures });
        return hook;
    }

    private SaleLine Line(SaleWishLine wish, long id) => FindGoods(wish.Sku) is var known && known is not null
        ? new(id, wish.Sku, wish.Name ?? known.Name, wish.Options ?? known.Options, wish.Quantity, wish.Price ?? known.Price, 0, 0)
        : new(id, wish.Sku, wish.Name ?? wish.Sku ?? "商品", wish.Options, wish.Quantity, wish.Price ?? 9900, 0, 0);

    // Names of lines, refunds and parcels; an order is written once for each of its facts, so the count is read back from it.
    private long NextThing(int further = 0) => (Party == "shopify" ? ShopifyFirst + 45_000_000_000_000_000 : 3000) + things * 100 + further + 1;

    private void Append(string kind, Sale sale, long amount)
    {
        journal.Append(new Fact
        {
            Kind = kind, Party = Party, Key = $"{sale.Id}", Number = sale.Number, AmountMinor = amount, Currency = sale.Currency,
            State = sale.Payment, Sale = sale,
        });
        if (kind != Noted) Changed?.Invoke(this, sales[sale.Id], kind);
    }

    private void Apply(Fact fact)
    {
        if (fact.Party != Party) return;
        if (fact.Sale is { } sale)
        {
            sales[sale.Id] = sale;
            things++;
        }
        if (fact.Goods is { } saved) goods[saved.Sku] = saved;
        if (fact.Hook is { } hook) hooks[hook.Id] = hook;
    }
}

/// <summary>Both simulated shops.</summary>
internal sealed class ShopBooks(Journal journal, SandboxClock clock)
{
    public ShopBook Shopify { get; } = new("shopify", journal, clock);

    public ShopBook Woo { get; } = new("woocommerce", journal, clock);

    public ShopBook? Of(string? party) => party switch { "shopify" => Shopify, "woocommerce" => Woo, _ => null };
}
