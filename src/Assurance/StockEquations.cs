using System.Globalization;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>What must be equal about goods.</summary>
internal static class StockEquations
{
    private const string Remedy = "到库存页看这个货号的流水，按实物盘点后用“调整库存”改正，原因写盘点";
    private const string RemedyEn = "See the movements of this SKU, count the goods, then adjust the stock and give the count as reason";

    public static readonly Equation Movements = new("stock.movements",
        new("每个货号每个仓库的现货、预留、占用，等于各自流水之和，且都不小于零",
            "On hand, reserved and allocated of each SKU and location are the sums of their movements, none below zero"),
        new(Remedy, RemedyEn),
        new Step(new(
            """
            select l.sku, l.location, l.on_hand, l.reserved, l.allocated, cast(coalesce(sum(m.on_hand), 0) as bigint),
                cast(coalesce(sum(m.reserved), 0) as bigint), cast(coalesce(sum(m.allocated), 0) as bigint)
            from (select v.sku, v.location, v.on_hand, v.reserved, v.allocated from inventory_level v
                where (v.sku, v.location) > ($1, $2)
                and ($3 = 1 or exists (select 1 from inventory_movement r where r.sku = v.sku and r.id > $4))
                order by v.sku, v.location limit $5) l
            left join inventory_movement m on m.sku = l.sku and m.location = l.location
            group by l.sku, l.location, l.on_hand, l.reserved, l.allocated order by l.sku, l.location
            """), _ => ["", ""], (r, _) => Sums(r))
        { More = Moved },
        new Step(new(
            """
            select m.sku, m.location from inventory_movement m where not exists (
                select 1 from inventory_level l where l.sku = m.sku and l.location = m.location) limit 1
            """), null, (r, _) => new([], At(r), "a level", "movements without one"))
        { FullOnly = true });

    public static readonly Equation Reservations = new("stock.reservations",
        new("每个货号每个仓库的预留和占用，等于各订单留货之和", "Reserved and allocated of each SKU and location are the sums of what orders hold"),
        new("找出多占或少占的订单，取消或恢复它；仍不平就按流水核对这个货号",
            "Find the order that holds too much or too little, cancel or release it; if it stays, follow this SKU's movements"),
        new Step(new(
            """
            select l.sku, l.location, l.reserved, l.allocated, cast(coalesce(sum(h.reserved), 0) as bigint),
                cast(coalesce(sum(h.allocated), 0) as bigint)
            from (select v.sku, v.location, v.reserved, v.allocated from inventory_level v
                where (v.sku, v.location) > ($1, $2)
                and ($3 = 1 or exists (select 1 from inventory_movement r where r.sku = v.sku and r.id > $4))
                order by v.sku, v.location limit $5) l
            left join inventory_reservation h on h.sku = l.sku and h.location = l.location
                and (h.reserved <> 0 or h.allocated <> 0)
            group by l.sku, l.location, l.reserved, l.allocated order by l.sku, l.location
            """), _ => ["", ""], (r, _) => Held(r))
        { More = Moved });

    public static readonly Equation Orders = new("stock.orders",
        new("没付款的订单留着全部商品，付了款的占着没发的部分，取消的什么都不占",
            "An unpaid order has all its goods reserved, a paid one has allocated what is not shipped, a canceled one holds nothing"),
        new("打开这个订单：该发的补发或取消后重下，取消了还占货的请看它的库存流水",
            "Open the order: ship or cancel what is due; if it is canceled and still holds goods, follow its movements"),
        new Step(new(
            """
            select o.number, o.state, o.total, o.paid, l.sku, cast(coalesce(sum(l.quantity - l.dropped), 0) as bigint),
                cast(coalesce(sum(l.shipped), 0) as bigint),
                (select cast(coalesce(sum(h.reserved), 0) as bigint) from inventory_reservation h where h.sku = l.sku and h.order_number = o.number),
                (select cast(coalesce(sum(h.allocated), 0) as bigint) from inventory_reservation h where h.sku = l.sku and h.order_number = o.number),
                (select cast(coalesce(sum(h.shipped), 0) as bigint) from inventory_reservation h where h.sku = l.sku and h.order_number = o.number)
            from (select number, state, total, paid from orders_order where number > $1 order by number limit $2) o
            left join orders_line l on l.order_number = o.number
            group by o.number, o.state, o.total, o.paid, l.sku order by o.number, l.sku
            """), s => s.Orders(), (r, _) => OfOrder(r)),
        new Step(new(
            """
            select h.sku, cast(h.order_number as varchar(20)) as held_by from inventory_reservation h where (h.reserved <> 0 or h.allocated <> 0)
            and not exists (select 1 from orders_line l where l.order_number = h.order_number and l.sku = h.sku) limit 1
            """), null, (r, _) => new([], At(r), "a line of that order", "stock is held without one"))
        { FullOnly = true });

    private static object[] Moved(Scope scope) => [scope.Full ? 1 : 0, scope.AfterId];

    private static Compared Sums(Row r)
    {
        var (onHand, reserved, allocated) = (r.Long(2), r.Long(3), r.Long(4));
        var sums = (OnHand: r.Long(5), Reserved: r.Long(6), Allocated: r.Long(7));
        var covered = reserved >= 0 && allocated >= 0 && onHand - reserved - allocated >= 0;
        if (covered && sums == (onHand, reserved, allocated)) return Compared.Equal(r.Text(0), r.Text(1));
        return new([r.Text(0), r.Text(1)], At(r), Show(sums.OnHand, sums.Reserved, sums.Allocated), Show(onHand, reserved, allocated));
    }

    private static Compared Held(Row r) => r.Long(2) == r.Long(4) && r.Long(3) == r.Long(5) ? Compared.Equal(r.Text(0), r.Text(1))
        : new([r.Text(0), r.Text(1)], At(r), $"reserved {r.Long(4)}, allocated {r.Long(5)}", $"reserved {r.Long(2)}, allocated {r.Long(3)}");

    private static Compared OfOrder(Row r)
    {
        var number = r.Long(0);
        var (state, total, paid) = ((OrderState)r.Int(1), r.Long(2), r.Long(3));
        if (r.IsNull(4)) return new([number], OrderNumbers.Plain(number), "at least one line", "none");
        var (quantity, shipped) = (r.Long(5), r.Long(6));
        var holds = (Reserved: r.Long(7), Allocated: r.Long(8), Shipped: r.Long(9));
        // A free order never waits for money, so its promise is never made firm by a payment.
        var unpaid = state == OrderState.Placed && paid < total || total == 0 && holds.Allocated == 0;
        var due = state == OrderState.Canceled ? (0L, 0L, shipped)
            : unpaid ? (quantity - shipped, 0L, shipped) : (0L, quantity - shipped, shipped);
        return holds == due ? Compared.Equal(number)
            : new([number], $"{OrderNumbers.Plain(number)} {r.Text(4)}", Promise(due), Promise(holds));
    }

    private static string At(Row r) => $"{r.Text(0)} {r.Text(1)}";

    private static string Show(long onHand, long reserved, long allocated) =>
        string.Create(CultureInfo.InvariantCulture, $"on hand {onHand}, reserved {reserved}, allocated {allocated}");

    private static string Promise((long Reserved, long Allocated, long Shipped) held) =>
        string.Create(CultureInfo.InvariantCulture, $"reserved {held.Reserved}, allocated {held.Allocated}, shipped {held.Shipped}");
}
