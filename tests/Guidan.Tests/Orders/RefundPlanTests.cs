using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Tests.Orders;

/// <summary>Refunds by lines as sums: whatever comes after whatever, they add up to what was paid.</summary>
public sealed class RefundPlanTests
{
    private static readonly byte[] None = [];

    [Fact]
    public void Units_carry_their_share_of_discount_and_tax_and_the_first_take_the_remainder()
    {
        var line = Line(1, price: 1_000, quantity: 3, discount: 100, tax: 50);

        Enumerable.Range(0, 4).Select(n => line.Carried(n)).ShouldBe([0, 983, 1_967, 2_950]);
        line.Carried(3).ShouldBe(line.Total + line.Tax);
        for (var unit = 0; unit < 3; unit++)
            (line.Carried(unit + 1) - line.Carried(unit)).ShouldBe(1_000 - OrderLine.OfUnit(100, 3, unit) + OrderLine.OfUnit(50, 3, unit));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_sequence_of_refunds_adds_up_to_what_was_paid(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) OneOrder(random);
    }

    [Fact]
    public void The_last_units_close_at_what_is_left()
    {
        var (order, lines) = Order([Line(1, 1_000, 2), Line(2, 500, 1)], freight: 200);
        order.Refunded = 700;

        RefundPlan.Make(order, lines, new Dictionary<int, GoneBack>(), [new(2, "1")], null).Value.Amount.ShouldBe(2_000);
        RefundPlan.Make(order, lines, new Dictionary<int, GoneBack>(), [new(2, "1"), new(1, "2")], null).Value.Parts.Select(p => p.Amount).ShouldBe([2_000, 0]);
        RefundPlan.Make(order, lines, new Dictionary<int, GoneBack> { [1] = new(2, 2_000, 2, 0) }, [new(1, Sku: "S2")], Money.Cny(200)).Value.Amount.ShouldBe(700);
    }

    [Fact]
    public void What_was_not_ordered_is_refused()
    {
        var (order, lines) = Order([Line(1, 1_000, 2), Line(2, 1_000, 1, sku: "S1")], freight: 200);
        Refusal Of(RefundLineAsk ask, Money? freight = null) =>
            RefundPlan.Make(order, lines, new Dictionary<int, GoneBack> { [1] = new(1, 1_000, 0, 0) }, [ask], freight).Refusal!;

        Of(new(2, "1")).Code.ShouldBe("refund.too_many");
        Of(new(2, "1")).Facts["refundable"].ShouldBe(1L);
        Of(new(1, "3")).Errors.Keys.ShouldBe(["lines[0].line"]);
        Of(new(1, Sku: "S9")).Errors.Keys.ShouldBe(["lines[0].sku"]);
        Of(new(1, Sku: "S1")).Errors.Keys.ShouldBe(["lines[0].sku"]);
        Of(new(0, "1")).Errors.Keys.ShouldBe(["lines[0].quantity"]);
        Of(new(1, "1"), Money.Cny(201)).Errors.Keys.ShouldBe(["freight"]);
        Of(new(1, "1"), new Money(100, "USD")).Errors.Keys.ShouldBe(["freight"]);
    }

    private static void OneOrder(Random random)
    {
        var (order, lines) = Order(Enumerable.Range(1, random.Next(1, 5)).Select(i =>
        {
            var (price, quantity) = (random.Next(20, 5_000), random.Next(1, 8));
            return Line(i, price, quantity, random.Next(0, price * quantity / 2), random.Next(0, 300));
        }).ToList(), freight: random.Next(0, 1_500));
        var (rows, refunds) = (new List<RefundLine>(), new List<Refund>());
        while (lines.Any(l => GoneBack.Of(rows, refunds).GetValueOrDefault(l.Line).Quantity < l.Quantity))
        {
            var gone = GoneBack.Of(rows, refunds);
            var asks = lines.Where(_ => random.Next(2) == 0).Select(l => new RefundLineAsk(random.NextInt64(0, l.Quantity - gone.GetValueOrDefault(l.Line).Quantity + 1), $"{l.Line}"))
                .Where(a => a.Quantity > 0).ToList();
            if (asks.Count == 0) continue;
            var plan = RefundPlan.Make(order, lines, gone, asks, null).Value;
            plan.Amount.ShouldBeLessThanOrEqualTo(order.Refundable);
            var refused = random.Next(5) == 0;
            var id = Guid.CreateVersion7();
            refunds.Add(new() { Id = id, Provider = "alipay", Currency = "CNY", Reason = "", Step = refused ? RefundStep.Failed : RefundStep.Succeeded });
            rows.AddRange(plan.Parts.Select(p => new RefundLine { RefundId = id, Line = p.Line.Line, Quantity = p.Quantity, Amount = p.Amount }));
            if (!refused) order.Refunded += plan.Amount;
        }
        order.Refundable.ShouldBe(order.Freight);
        foreach (var line in lines) GoneBack.Of(rows, refunds)[line.Line].Amount.ShouldBe(line.Total + line.Tax);
    }

    private static (Order, IReadOnlyList<OrderLine>) Order(List<OrderLine> lines, long freight)
    {
        var total = lines.Sum(l => l.Total + l.Tax) + freight;
        return (new Order
        {
            Channel = "api", Currency = "CNY", DeliveryMethod = "courier", Recipient = None, PhoneIndex = None, NameIndex = None, Place = "",
            State = OrderState.Confirmed, Total = total, Paid = total, Freight = freight, Units = lines.Sum(l => l.Quantity),
        }, lines);
    }

    private static OrderLine Line(int line, long price, long quantity, long discount = 0, long tax = 0, string? sku = null) => new()
    {
        Line = line, Sku = sku ?? $"S{line}", Slug = "", NameZh = "", NameEn = "", OptionsZh = "", OptionsEn = "", UnitPrice = price, Quantity = quantity,
        Discount = discount, Tax = tax, Total = price * quantity - discount,
    };
}
