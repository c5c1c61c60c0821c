using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>The statements of orders from channels, for both engines.</summary>
internal static class ChannelSql
{
    /// <summary>Opens the row of an order that is heard of for the first time, which locks it.</summary>
    public static readonly Statement Open = new(
        """
        insert into channels_arrival (channel, external_id, external_number, state, inbox_id, changed_at, amount, payment, is_mended,
            is_price_accepted, since, attempts, tried_at)
        values ($1, $2, $3, 0, $4, $5, 0, 0, false, false, $6, 1, $6) on conflict do nothing
        """);

    /// <summary>Locks it: two events of one order run one after the other.</summary>
    public static readonly Statement Lock = new(
        "update channels_arrival set attempts = attempts + 1, tried_at = $3, next_try_at = null where channel = $1 and external_id = $2");

    public static readonly Statement Read = new(
        """
        select external_number, state, cause, problems, inbox_id, changed_at, order_number, amount, currency, payment, buyer, is_mended,
            phone_index, is_price_accepted, since, attempts, tried_at, reason
        from channels_arrival where channel = $1 and external_id = $2
        """);

    /// <summary>What the row of a locked order becomes.</summary>
    public static readonly Statement Write = new(
        """
        update channels_arrival set external_number = $3, state = $4, cause = $5, problems = $6, inbox_id = $7, changed_at = $8, order_number = $9,
            amount = $10, currency = $11, payment = $12, buyer = $13, is_mended = $14, phone_index = $15, is_price_accepted = $16, reason = $17
        where channel = $1 and external_id = $2
        """);

    /// <summary>Notes what a channel calls a SKU, unless a person has said otherwise.</summary>
    public static readonly Statement Know = new(
        "insert into channels_sku (channel, theirs, sku, is_matched) values ($1, $2, $3, false) on conflict do nothing");

    /// <summary>A person says which of our SKUs a channel means.</summary>
    public static readonly Statement Match = new(
        """
        insert into channels_sku (channel, theirs, sku, is_matched) values ($1, $2, $3, true)
        on conflict (channel, theirs) do update set sku = excluded.sku, is_matched = true
        """);

    public static readonly Statement TheirNames = new("select channel, theirs, sku from channels_sku");

    public static readonly Statement OurName = new("select sku from channels_sku where channel = $1 and theirs = $2");

    /// <summary>Orders of a channel that wait for a cause go on soon.</summary>
    public static readonly Statement TryAgain = new(
        "update channels_arrival set next_try_at = $3 where channel = $1 and state = 0 and cause = $2");

    /// <summary>Orders that are tried again by themselves.</summary>
    public static readonly Statement Due = new(
        "select channel, external_id from channels_arrival where state = 0 and next_try_at <= $1 order by next_try_at limit $2");

    public static readonly Statement OfCause = new(
        "select channel, external_id, problems from channels_arrival where state = 0 and cause = $1 order by since limit $2");

    /// <summary>A message that only says "look again": one that waits untouched is enough.</summary>
    public static readonly Statement TellOnce = new(
        """
        insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
        select $1, $2, $3, 'stock', $4, $5, $6, 0, 0 where not exists (
            select 1 from kernel_outbox where receiver = $2 and stream = $3 and state = 0 and attempts = 0)
        """,
        """
        insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
        select $1, $2::text, $3::text, 'stock', $4::text, $5, $6, 0, 0 where not exists (
            select 1 from kernel_outbox where receiver = $2::text and stream = $3::text and state = 0 and attempts = 0)
        """);
}
