using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>The statements of the hot path, in one place, for both engines.</summary>
internal static class OrderSql
{
    public static readonly Statement InsertOrder = new(
        """
        insert into orders_order (number, display, channel, external_number, placed_at, currency, goods, discount, freight, total,
            refunded, refunding, units, shipped, delivered, payment_method, delivery_method, recipient, phone_index, name_index,
            place, customer_id, buyer_note, pay_by, tax, state, paid, paid_at, confirmed_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, $11, 0, 0, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, 1)
        """);

    public static readonly Statement InsertLine = new(
        """
        insert into orders_line (order_number, line, sku, product_id, slug, name_zh, name_en, options_zh, options_en, image,
            unit_price, quantity, discount, freight, total, tax, shipped)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0)
        """);

    public static readonly Statement InsertEvent = new(
        """
        insert into orders_event (order_number, id, at, actor, actor_name, kind, "from", "to", facts, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """);

    /// <summary>Locks an order for its use case, on both engines, before it is read.</summary>
    public static readonly Statement Lock = new("update orders_order set version = version + 1 where number = $1");

    /// <summary>The lines of an order that its channel has changed; new ones follow in the same transaction.</summary>
    public static readonly Statement RemoveLines = new("delete from orders_line where order_number = $1 and shipped = 0");

    public static readonly Statement NewestNumber = new("select number from orders_order order by number desc limit 1");
}
