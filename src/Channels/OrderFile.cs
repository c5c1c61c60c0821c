using System.Globalization;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>One order of a file: read, or what is wrong with its rows.</summary>
internal sealed record OrderOfFile(string Number, ChannelOrder? Order, IReadOnlyList<ImportFault> Faults);

/// <summary>
/// A file of orders, CSV or workbook, in whatever encoding: one row for each line; what belongs to the order stands in
/// any of its rows. The columns are found by their headings, or as a mapping says.
/// </summary>
internal sealed class OrderFile
{
    public const int RowsMost = 20_000;
    private const int LinesMost = 500;
    private readonly Sheet sheet;
    private readonly ShopCalendar calendar;
    private readonly string currency;
    private readonly bool paid;
    private readonly Dictionary<string, int> at = [];

    /// <param name="mapping">Heading of each figure; what it does not name is found by what shops call it.</param>
    /// <param name="paid">Orders whose file says nothing of payment are paid.</param>
    public OrderFile(Sheet sheet, IReadOnlyDictionary<string, string> mapping, string currency, bool paid, ShopCalendar calendar)
    {
        (this.sheet, this.currency, this.paid, this.calendar) = (sheet, currency, paid, calendar);
        Fault = sheet.Fault;
        if (Fault is not null) return;
        foreach (var column in OrderColumns.All)
        {
            // An empty heading says that the file does not hold it.
            var place = mapping.TryGetValue(column.Code, out var heading) ? heading.Length == 0 ? -1 : sheet.Find(heading) : sheet.Find(column.Headings);
            if (place < 0 && heading is { Length: > 0 }) Fault ??= Sheet.ColumnMissing(heading);
            at[column.Code] = place;
        }
        Fault ??= OrderColumns.All.Where(c => c.Needed && at[c.Code] < 0).Select(c => Sheet.ColumnMissing(c.Headings[0])).FirstOrDefault();
        if (at["sku"] < 0 && at["product"] < 0) Fault ??= Sheet.ColumnMissing("sku");
    }

    /// <summary>Why nothing can be read; null when the file can be read.</summary>
    public ImportFault? Fault { get; }

    /// <summary>The heading under which each figure was found.</summary>
    public IReadOnlyDictionary<string, string> Mapping => at.Where(c => c.Value >= 0).ToDictionary(c => c.Key, c => sheet.Headings[c.Value]);

    /// <summary>The orders in the order of the file.</summary>
    /// <param name="now">Their time where the file has none.</param>
    public (int Rows, List<OrderOfFile> Orders) Read(DateTimeOffset now)
    {
        var (rows, groups, faults) = (0, new OrderedDictionary<string, List<SheetRow>>(), new List<OrderOfFile>());
        foreach (var row in sheet.Rows())
        {
            if (++rows > RowsMost)
            {
                faults.Add(Bad("", new(row.Line, null, "file.too_long", new($"一个文件最多{RowsMost}行，请分开传", $"A file has {RowsMost} rows at the most; send it in parts"), null)));
                break;
            }
            var number = row[at["number"]].TrimStart('\'', '=').Trim('"');
            if (row.Fault is { } fault) faults.Add(Bad("", fault));
            else if (number.Length is 0 or > 100 || number.Contains('/', StringComparison.Ordinal)) faults.Add(Bad(number, Wrong(row, "number", "number.invalid", new("没有订单号，或写得太长、带斜杠", "The order number is missing, too long or has a slash"))));
            else if (groups.TryGetValue(number, out var group)) group.Add(row);
            else groups.Add(number, [row]);
        }
        return (rows, [.. groups.Select(g => Order(g.Key, g.Value, now)), .. faults]);
    }

    private OrderOfFile Order(string number, List<SheetRow> rows, DateTimeOffset now)
    {
        var faults = new List<ImportFault>();
        if (rows.Count > LinesMost) return Bad(number, new(rows[0].Line, null, "order.too_long", new($"一单最多{LinesMost}行", $"An order has {LinesMost} lines at the most"), number));
        var lines = rows.Select((row, i) => Line(row, i, faults)).ToList();
        var code = First(rows, "currency") is { Length: > 0 } written ? written.ToUpperInvariant() : currency;
        var (discount, freight, tax) = (Amount(rows, "discount", faults), Amount(rows, "freight", faults), Amount(rows, "tax", faults));
        var total = First(rows, "total").Length == 0 ? (long?)null : Amount(rows, "total", faults);
        var state = paid ? OrderFileState.Paid : OrderFileState.Unpaid;
        if (First(rows, "state") is { Length: > 0 } said)
        {
            if (OrderColumns.StateOf(said) is { } known) state = known;
            else faults.Add(Wrong(rows[0], "state", "state.unknown", new("不认识这个状态", "This state is not known"), said));
        }
        else if (First(rows, "paidAt").Length > 0) state = OrderFileState.Paid;
        var (created, paidAt) = (Time(rows, "createdAt", faults), Time(rows, "paidAt", faults));
        if (faults.Count > 0) return new(number, null, faults);
        var goods = lines.Sum(l => l.UnitPrice * l.Quantity);
        if (discount > goods) return Bad(number, Wrong(rows[0], "discount", "discount.too_much", new("优惠比商品金额还多", "The discount exceeds the goods"), First(rows, "discount")));
        var (off, taxes) = (Shares(discount, lines, code), Shares(tax, lines, code));
        var sum = total ?? goods - discount + freight + tax;
        return new(number, new ChannelOrder(number, number, created ?? now, now, state is OrderFileState.Canceled or OrderFileState.Refunded, null,
            PaymentOf(state), code, goods, discount, freight, tax, sum, state == OrderFileState.Refunded ? sum : 0,
            lines.Select((l, i) => l with { Discount = off[i], Tax = taxes[i] }).ToList(), RecipientOf(rows), Blank(First(rows, "note")),
            TransactionId: Blank(First(rows, "transactionId")), PaidAt: paidAt ?? (state == OrderFileState.Paid ? created ?? now : null),
            Fulfilled: state == OrderFileState.Shipped), []);
    }

    private static ChannelPayment PaymentOf(OrderFileState state) => state switch
    {
        OrderFileState.Unpaid => ChannelPayment.Pending,
        OrderFileState.Canceled => ChannelPayment.Voided,
        OrderFileState.Refunded => ChannelPayment.Refunded,
        _ => ChannelPayment.Paid,
    };

    private ChannelLine Line(SheetRow row, int place, List<ImportFault> faults)
    {
        var (quantity, price) = (Figures.Units(row[at["quantity"]]), Figures.Price(row[at["unitPrice"]], currency));
        if (quantity is not > 0) faults.Add(Wrong(row, "quantity", "quantity.invalid", new("数量应为大于零的整数", "The quantity is a whole number above zero"), row[at["quantity"]]));
        if (price is null) faults.Add(Wrong(row, "unitPrice", "price.invalid", new("单价读不懂，应如 199.00", "The price cannot be read; write 199.00"), row[at["unitPrice"]]));
        var (sku, name) = (row[at["sku"]], row[at["product"]]);
        if (sku.Length == 0 && name.Length == 0) faults.Add(Wrong(row, "sku", "sku.missing", new("货号和商品名都没有", "Neither a SKU nor a name is given")));
        if (sku.Length > 100 || name.Length > 300) faults.Add(Wrong(row, "sku", "sku.too_long", new("货号或商品名太长", "The SKU or the name is too long")));
        return new((place + 1).ToString(CultureInfo.InvariantCulture), Blank(sku), name, row[at["options"]], quantity ?? 0, price ?? 0, 0, 0);
    }

    private static long[] Shares(long amount, List<ChannelLine> lines, string currency) => amount == 0 ? new long[lines.Count]
        : new Money(amount, currency).Allot(lines.ConvertAll(l => l.UnitPrice * l.Quantity));

    private ChannelRecipient RecipientOf(List<SheetRow> rows) => new(Blank(First(rows, "recipient")), Blank(First(rows, "phone").TrimStart('\'')), Blank(First(rows, "email")),
        Blank(First(rows, "country")) ?? "CN", Blank(First(rows, "province")), Blank(First(rows, "city")), Blank(First(rows, "district")),
        Blank(First(rows, "address")), Blank(First(rows, "postcode").TrimStart('\'')));

    // What belongs to the order stands in its first row at some shops, in every row at others.
    private string First(List<SheetRow> rows, string code) => rows.Select(r => r[at[code]]).FirstOrDefault(c => c.Length > 0) ?? "";

    private long Amount(List<SheetRow> rows, string code, List<ImportFault> faults)
    {
        var text = First(rows, code);
        if (text.Length == 0) return 0;
        // Discounts are written with and without their sign.
        if (Figures.Price(code == "discount" ? text.TrimStart('-') : text, currency) is { } amount) return amount;
        faults.Add(Wrong(rows[0], code, "amount.invalid", new("金额读不懂，应如 199.00", "The amount cannot be read; write 199.00"), text));
        return 0;
    }

    // A time without a zone is the shop's own.
    private DateTimeOffset? Time(List<SheetRow> rows, string code, List<ImportFault> faults)
    {
        var text = First(rows, code);
        if (text.Length == 0) return null;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var bare) && bare.Kind == DateTimeKind.Unspecified)
            return calendar.Moment(bare);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time.ToUniversalTime();
        faults.Add(Wrong(rows[0], code, "time.invalid", new("时间读不懂，应如 2026-11-25 08:00", "The time cannot be read; write 2026-11-25 08:00"), text));
        return null;
    }

    private ImportFault Wrong(SheetRow row, string code, string fault, Text text, string? value = null) =>
        new(row.Line, at[code] >= 0 ? sheet.Headings[at[code]] : code, fault, text, value);

    private static OrderOfFile Bad(string number, ImportFault fault) => new(number, null, [fault]);

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
