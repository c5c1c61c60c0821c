using System.Security.Cryptography;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>The bills that are here, and those that are awaited. Writes in the caller's transaction.</summary>
internal sealed class Bills(ShopDb db, Caller caller, TimeProvider clock)
{
    private static readonly TimeSpan RetryFirst = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryMost = TimeSpan.FromHours(2);

    private static readonly Statement Upsert = new(
        """
        insert into assurance_bill (provider, day, state, attempts, next_try_at, error, file_hash, actor, stored_at, matched_at, lines,
            differences, fees_booked, currency)
        values ($1, $2, 1, 1, null, null, $3, $4, $5, null, $6, 0, 0, $7)
        on conflict (provider, day) do update set state = 1, next_try_at = null, error = null, file_hash = excluded.file_hash,
            actor = excluded.actor, stored_at = excluded.stored_at, matched_at = null, lines = excluded.lines
        """);
    private static readonly Statement Missed = new(
        """
        insert into assurance_bill (provider, day, state, attempts, next_try_at, error, file_hash, actor, stored_at, matched_at, lines,
            differences, fees_booked, currency)
        values ($1, $2, 0, 1, $3, $4, null, null, null, null, 0, 0, 0, $5)
        on conflict (provider, day) do update set attempts = assurance_bill.attempts + 1, next_try_at = excluded.next_try_at, error = excluded.error
        where assurance_bill.state = 0
        """);
    private static readonly Statement Clear = new("delete from assurance_bill_line where provider = $1 and day = $2");
    private static readonly Statement Insert = new(
        """
        insert into assurance_bill_line (provider, day, line, kind, transaction_id, out_trade_no, refund_no, amount, fee, currency, at, state, order_number)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12)
        """);

    public static string NumberOf(BillLine line) => line.RefundNo ?? $"{line.TransactionId}@{line.At:yyyyMMddHHmmss}";

    public BillDay? Find(string provider, int day) => db.Read<BillDay>().FirstOrDefault(b => b.Provider == provider && b.Day == day);

    /// <summary>Keeps a bill. A corrected one takes the place of the one before; its file's hash tells which it is.</summary>
    public async Task Keep(string provider, int day, byte[]? file, IReadOnlyList<BillLine> lines, string currency)
    {
        await db.Execute(Upsert, provider, day, file is null ? null : Convert.ToHexStringLower(SHA256.HashData(file)), caller.Actor,
            clock.GetUtcNow(), lines.Count, currency);
        await db.Execute(Clear, provider, day);
        foreach (var line in lines)
        {
            var order = PaymentRequest.TryReadOutTradeNo(line.OutTradeNo, out var number, out _) ? number : 0;
            db.Later(Insert, [provider, day, line.Line, (int)line.Kind, line.TransactionId, line.OutTradeNo,
                line.Kind == BillLineKind.Refund ? NumberOf(line) : line.RefundNo, line.Amount, line.Fee, line.Currency, line.At, order]);
        }
        await db.Save();
    }

    /// <summary>Notes that a bill could not be had, and when it is asked for again.</summary>
    public Task Miss(string provider, int day, string reason, string currency)
    {
        var tries = Find(provider, day)?.Attempts ?? 0;
        var wait = RetryFirst * Math.Pow(2, Math.Min(tries, 8));
        return db.Execute(Missed, provider, day, clock.GetUtcNow() + (wait < RetryMost ? wait : RetryMost), reason, currency);
    }
}
