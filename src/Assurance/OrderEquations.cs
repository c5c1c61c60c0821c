using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>What must be equal within an order.</summary>
internal static class OrderEquations
{
    private static readonly Text Report = new(
        "把这个订单号和本页内容发给技术支持；在查清之前先暂停这个订单",
        "Send this number and this page to support; hold the order until it is cleared up");

    public static readonly Equation Numbers = new("orders.numbers",
        new("每个订单号有18位，校验位正确，没有重号", "Every order number has 18 digits and a right check digit; none occurs twice"), Report,
        new Step(new("select number from orders_order where number > $1 order by number limit $2"), s => s.Orders(),
            (r, _) => OrderNumbers.TryParse(OrderNumbers.Plain(r.Long(0)), out var _) ? Compared.Equal(r.Long(0))
                : new([r.Long(0)], OrderNumbers.Plain(r.Long(0)), "a right check digit", "a wrong one")));

    public static readonly Equation Sums = new("orders.sums",
        new("商品、优惠、运费、税、件数都等于各行之和，合计等于商品减优惠加运费加税",
            "Goods, discount, freight, tax and units are the sums of the lines; the total is goods less discount plus freight plus tax"), Report,
        new Step(new(
            """
            select o.number, o.goods, o.discount, o.freight, o.total, o.units, o.shipped, o.delivered,
                cast(coalesce(sum(l.unit_price * l.quantity), 0) as bigint), cast(coalesce(sum(l.discount), 0) as bigint),
                cast(coalesce(sum(l.freight), 0) as bigint), cast(coalesce(sum(l.total), 0) as bigint),
                cast(coalesce(sum(l.quantity - l.dropped), 0) as bigint), cast(coalesce(sum(l.shipped), 0) as bigint), o.tax,
                cast(coalesce(sum(l.tax), 0) as bigint)
            from (select number, goods, discount, freight, tax, total, units, shipped, delivered from orders_order
                where number > $1 order by number limit $2) o
            left join orders_line l on l.order_number = o.number
            group by o.number, o.goods, o.discount, o.freight, o.tax, o.total, o.units, o.shipped, o.delivered order by o.number
            """), s => s.Orders(), (r, _) => SumsOf(r)));

    public static readonly Equation Refunds = new("orders.refunds",
        new("按商品退的件数和金额，不超过这一行的件数和金额，运费不超过运费，各行之和是退款的金额",
            "Units and amounts refunded by line are no more than the line's, freight no more than the freight, and the lines add up to the refund"),
        Report,
        new Step(new(
            """
            select o.number,
                (select cast(coalesce(sum(x.quantity), 0) as bigint) from orders_refund_line x join payments_refund r
                    on r.order_number = x.order_number and r.id = x.refund_id and r.step <> 3 where x.order_number = o.number),
                (select count(*) from orders_line l where l.order_number = o.number and (l.dropped < 0 or l.shipped + l.dropped > l.quantity
                    or l.returned < 0 or l.returned > l.shipped)),
                (select count(*) from (
                    select x.line as line, sum(x.quantity) as quantity, sum(x.amount) as amount, sum(x.dropped) as dropped, sum(x.returned) as returned
                    from orders_refund_line x join payments_refund r on r.order_number = x.order_number and r.id = x.refund_id and r.step <> 3
                    where x.order_number = o.number group by x.line) g
                left join orders_line l on l.order_number = o.number and l.line = g.line
                where case when g.line = 0 then g.quantity <> 0 or g.amount > o.freight
                    else l.line is null or g.quantity > l.quantity or g.amount > l.total + l.tax or g.dropped > l.dropped or g.returned > l.returned end),
                (select count(*) from (
                    select x.refund_id as refund_id, sum(x.amount) as amount from orders_refund_line x where x.order_number = o.number group by x.refund_id) s
                left join payments_refund r on r.order_number = o.number and r.id = s.refund_id
                where r.id is null or not r.of_sale or r.amount <> s.amount)
            from orders_order o where o.number > $1 order by o.number limit $2
            """), s => s.Orders(), (r, _) => RefundsOf(r)));

    public static readonly Equation Display = new("orders.display",
        new("订单显示的状态，等于按金额和件数重新推出的状态", "The state that an order shows is the one that its amounts and quantities give"), Report,
        new Step(new(
            """
            select number, display, state, total, paid, refunded, refunding, units, shipped from orders_order
            where number > $1 order by number limit $2
            """), s => s.Orders(), (r, _) => DisplayOf(r)));

    public static readonly Equation History = new("orders.history",
        new("订单走过的状态是允许的路径，并且走到现在的状态", "The states that an order went through are a legal path, and it ends where the order stands"), Report,
        new Step(new(
            """
            select o.number, o.state, (select group_concat(coalesce(e."from", -1) || '>' || e."to", ' ') from orders_event e
                where e.order_number = o.number and e."to" is not null)
            from orders_order o where o.number > $1 order by o.number limit $2
            """,
            """
            select o.number, o.state, (select string_agg(coalesce(e."from", -1) || '>' || e."to", ' ') from orders_event e
                where e.order_number = o.number and e."to" is not null)
            from orders_order o where o.number > $1 order by o.number limit $2
            """), s => s.Orders(), (r, _) => PathOf(r)));

    // What was over its limit when the watch last looked must be before somebody's eyes.
    public static readonly Equation Watched = new("orders.watched",
        new("停得太久的订单都有待处理事项", "Every order that stands still for too long has an open case"),
        new("看程序的后台任务是否在跑；事项会自己补上", "See that the program's jobs run; the case then opens by itself"),
        [.. StuckRows.Rules.Where(r => r.Find.Sql.Contains("orders_order", StringComparison.Ordinal) && r.Kind != StuckRows.Completion).Select(rule => new Step(new(
            $"""
            select s.subject from ({rule.Find.Sql}) s where not exists (
                select 1 from operations_case c where c.kind = '{rule.Kind}' and c.subject = s.subject) limit 10
            """), null, (r, _) => new([], r.Text(0).PadLeft(18, '0'), "an open case", "none"))
        { More = s => [s.WatchedAt - rule.Limit, 500] })]);

    private static Compared SumsOf(Row r)
    {
        var (goods, discount, freight, total) = (r.Long(1), r.Long(2), r.Long(3), r.Long(4));
        var (units, shipped, delivered) = (r.Long(5), r.Long(6), r.Long(7));
        var lines = (Goods: r.Long(8), Discount: r.Long(9), Freight: r.Long(10), Total: r.Long(11), Units: r.Long(12), Shipped: r.Long(13));
        var (tax, taxOfLines) = (r.Long(14), r.Long(15));
        if (lines == (goods, discount, freight, goods - discount, units, shipped) && total == goods - discount + freight + tax && tax == taxOfLines
            && delivered <= shipped && shipped <= units) return Compared.Equal(r.Long(0));
        return new([r.Long(0)], OrderNumbers.Plain(r.Long(0)),
            $"goods {lines.Goods}, discount {lines.Discount}, freight {lines.Freight}, tax {taxOfLines}, total {lines.Total + lines.Freight + taxOfLines}, units {lines.Units}, shipped {lines.Shipped}",
            $"goods {goods}, discount {discount}, freight {freight}, tax {tax}, total {total}, units {units}, shipped {shipped}, delivered {delivered}");
    }

    private static Compared RefundsOf(Row r) => (Lines: r.Long(2), Over: r.Long(3), Sums: r.Long(4)) is (0, 0, 0) ? Compared.Equal(r.Long(0))
        : new([r.Long(0)], OrderNumbers.Plain(r.Long(0)), "no line and no refund beyond what was ordered",
            $"{r.Long(1)} units refunded; {r.Long(2)} lines with wrong counts, {r.Long(3)} refunded beyond, {r.Long(4)} refunds with another sum");

    private static Compared DisplayOf(Row r)
    {
        var stored = (DisplayState)r.Int(1);
        var derived = OrderStates.Display((OrderState)r.Int(2), r.Long(3), r.Long(4), r.Long(5), r.Long(6), r.Long(7), r.Long(8));
        return stored == derived ? Compared.Equal(r.Long(0)) : new([r.Long(0)], OrderNumbers.Plain(r.Long(0)), derived.ToString(), stored.ToString());
    }

    // No state comes twice on a legal path, so the moves can be chained whatever order they are read in.
    private static Compared PathOf(Row r)
    {
        var state = (OrderState)r.Int(1);
        var text = r.TextOrNull(2) ?? "";
        var moves = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split('>'))
            .Select(m => (From: int.Parse(m[0]), To: int.Parse(m[1]))).ToList();
        var at = -1;
        while (moves.FindIndex(m => m.From == at) is >= 0 and var next)
        {
            var to = moves[next].To;
            if (at < 0 ? to != (int)OrderState.Placed : !OrderStates.Moves.Allows((OrderState)at, (OrderState)to)) break;
            moves.RemoveAt(next);
            at = to;
        }
        return moves.Count == 0 && at == (int)state ? Compared.Equal(r.Long(0))
            : new([r.Long(0)], OrderNumbers.Plain(r.Long(0)), $"a legal path to {state}", text.Length == 0 ? "no path" : Named(text));
    }

    private static string Named(string moves) => string.Join(", ", moves.Split(' ').Select(m => string.Join(" → ",
        m.Split('>').Select(s => s == "-1" ? "·" : ((OrderState)int.Parse(s)).ToString()))));
}
