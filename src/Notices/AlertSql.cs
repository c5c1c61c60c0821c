using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>The statements of alerts: those of watchers stand in other modules' transactions and read nothing ahead.</summary>
internal static class AlertSql
{
    // A cause that comes again while its cure is still untold goes on as one that was told: nobody hears of it twice.
    public static readonly Statement Open = new(
        """
        insert into notices_alert (id, kind, subject, cause_zh, cause_en, remedy_zh, remedy_en, order_number, state, opened_at, due_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)
        on conflict (kind, subject) do update set
            state = case notices_alert.state when 3 then 1 when 4 then 0 else notices_alert.state end,
            told_at = case when notices_alert.state = 4 then null else notices_alert.told_at end,
            escalated_at = case when notices_alert.state = 4 then null else notices_alert.escalated_at end,
            cause_zh = excluded.cause_zh, cause_en = excluded.cause_en, remedy_zh = excluded.remedy_zh, remedy_en = excluded.remedy_en,
            opened_at = excluded.opened_at, due_at = excluded.due_at, seen_at = null, seen_by = null, closed_at = null
        """);
    public static readonly Statement Close = new(
        """
        update notices_alert set state = case state when 0 then 4 else 3 end, due_at = case state when 0 then null else $3 end, closed_at = $3
        where kind = $1 and subject = $2 and state < 3
        """,
        """
        update notices_alert set state = case state when 0 then 4 else 3 end, due_at = case state when 0 then null else $3::timestamptz end,
            closed_at = $3::timestamptz
        where kind = $1 and subject = $2 and state < 3
        """);
    public static readonly Statement Step = new(
        """
        update notices_alert set state = $3, due_at = $4, told_at = $5, escalated_at = $6 where id = $1 and state = $2
        """);
    public static readonly Statement See = new(
        "update notices_alert set seen_at = $2, seen_by = $3 where id = $1 and seen_at is null and state in (1, 2)");
    public static readonly Statement NoteNews = new("insert into notices_news (id, order_number, kind, at) values ($1, $2, $3, $4)");
    public static readonly Statement AnyNews = new("select 1 from notices_news limit 1");
    public static readonly Statement TakeNews = new(
        """
        delete from notices_news where id in (select id from notices_news order by id limit $1) returning order_number, kind, id
        """);
    public static readonly Statement Wish = new("insert into notices_wish (order_number, tongue) values ($1, $2)");
    public static readonly Statement WishOf = new("select tongue from notices_wish where order_number = $1");

    // The row of the outbox, written only where the customer wants letters.
    public static readonly Statement Mail = new(
        """
        insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
        select $1, $2, $3, $4, $5, $6, $7, 0, 0 from notices_wish where order_number = $8
        """);
}
