using Guidan.Kernel;

namespace Guidan.Inventory;

/// <summary>Every statement that changes stock, in one place. Each change is one guarded statement.</summary>
internal static class StockSql
{
    public static readonly Statement Levels = new(
        """
        select v.sku, v.location, v.on_hand, v.reserved, v.allocated from inventory_level v
        join inventory_location l on l.code = v.location where v.sku = $1 order by l.position, l.code
        """);

    public static readonly Statement Open = new(
        "insert into inventory_level (sku, location, on_hand, reserved, allocated) values ($1, $2, 0, 0, 0) on conflict do nothing");

    public static readonly Statement Reserve = new(
        """
        update inventory_level set reserved = reserved + $3
        where sku = $1 and location = $2 and on_hand - reserved - allocated >= $3
        """);

    public static readonly Statement Release = new(
        "update inventory_level set reserved = reserved - $3 where sku = $1 and location = $2 and reserved >= $3");

    public static readonly Statement Allocate = new(
        """
        update inventory_level set reserved = reserved - $3, allocated = allocated + $3
        where sku = $1 and location = $2 and reserved >= $3
        """);

    public static readonly Statement AllocateFree = new(
        """
        update inventory_level set allocated = allocated + $3
        where sku = $1 and location = $2 and on_hand - reserved - allocated >= $3
        """);

    public static readonly Statement Deallocate = new(
        "update inventory_level set allocated = allocated - $3 where sku = $1 and location = $2 and allocated >= $3");

    public static readonly Statement Ship = new(
        """
        update inventory_level set allocated = allocated - $3, on_hand = on_hand - $3
        where sku = $1 and location = $2 and allocated >= $3 and on_hand >= $3
        """);

    public static readonly Statement Change = new(
        """
        update inventory_level set on_hand = on_hand + $3
        where sku = $1 and location = $2 and on_hand + $3 - reserved - allocated >= 0
        """);

    public static readonly Statement Move = new(
        """
        insert into inventory_movement (sku, id, location, kind, on_hand, reserved, allocated, order_number, reason, actor, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """);

    public static readonly Statement Hold = new(
        """
        insert into inventory_reservation (sku, order_number, location, reserved, allocated, shipped, at)
        values ($1, $2, $3, $4, $5, 0, $6)
        on conflict (sku, order_number, location) do update
        set reserved = inventory_reservation.reserved + excluded.reserved, allocated = inventory_reservation.allocated + excluded.allocated
        """);

    public static readonly Statement Held = new(
        """
        select sku, location, reserved, allocated, shipped from inventory_reservation
        where order_number = $1 order by sku, location
        """);

    public static readonly Statement Rehold = new(
        """
        update inventory_reservation set reserved = reserved + $4, allocated = allocated + $5, shipped = shipped + $6
        where sku = $1 and order_number = $2 and location = $3
        and reserved + $4 >= 0 and allocated + $5 >= 0 and shipped + $6 >= 0
        """);
}
