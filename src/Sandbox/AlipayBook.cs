namespace Guidan.Sandbox;

/// <summary>How the notices of a payment shall behave.</summary>
internal enum NoticeMode
{
    Normal,
    Lost,
    Twice,
}

/// <summary>A payment of an earlier time; amount in fen.</summary>
internal sealed record PaidBefore(string OutTradeNo, long AmountMinor, string Subject, DateTimeOffset PaidAt);

/// <summary>The simulated Alipay's books. Each decision is made and written under the journal's gate.</summary>
internal sealed class AlipayBook
{
    private static readonly TimeSpan PayWindow = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RefundWindow = TimeSpan.FromDays(90);

    private readonly Journal journal;
    private readonly SandboxClock clock;
    private readonly AlipayNotices notices;
    private readonly Dictionary<string, AlipayTrade> byOutTradeNo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AlipayTrade> byTradeNo = new(StringComparer.Ordinal);
    private readonly PriorityQueue<AlipayTrade, DateTimeOffset> alarms = new();

    public AlipayBook(Journal journal, SandboxClock clock, AlipayNotices notices)
    {
        this.journal = journal;
        this.clock = clock;
        this.notices = notices;
        journal.Applied += Apply;
    }

    /// <summary>The trade as it stands, or null. Whatever ran out of time has been closed before.</summary>
    public AlipayTrade? Find(string? outTradeNo, string? tradeNo = null)
    {
        lock (journal.Gate)
        {
            var trade = outTradeNo is not null ? byOutTradeNo.GetValueOrDefault(outTradeNo)
                : tradeNo is not null ? byTradeNo.GetValueOrDefault(tradeNo)
                : null;
            if (trade is { IsOpen: true } && trade.ExpiresAt <= clock.GetUtcNow()) CloseNow(trade, "timeout");
            return trade;
        }
    }

    public IReadOnlyList<AlipayTrade> Movements(Func<DateTimeOffset, bool> inPeriod)
    {
        lock (journal.Gate)
            return byOutTradeNo.Values
                .Where(trade => (trade.PaidAt is { } paid && inPeriod(paid)) || trade.Refunds.Any(r => inPeriod(r.At)))
                .OrderBy(trade => trade.CreatedAt).ToList();
    }

    /// <summary>The payer has come to the cashier. The same number and amount again is the same trade.</summary>
    public AlipayTrade? Open(Fact asked)
    {
        lock (journal.Gate)
        {
            if (Find(asked.OutTradeNo) is { } known) return known.AmountMinor == asked.AmountMinor ? known : null;
            var now = clock.GetUtcNow();
            var tradeNo = $"{ChinaTime.Day(now):yyyyMMdd}2200140000{byTradeNo.Count + 1:D10}";
            journal.Append(asked with { Kind = "trade.created", TradeNo = tradeNo, Currency = "CNY" });
            var trade = byTradeNo[tradeNo];
            notices.MaybeForge(trade);
            return trade;
        }
    }

    /// <summary>
    /// Trades that were paid at an earlier time, for a shop that is set up with a past. Nobody is told of them. A number
    /// that is known already stays as it is.
    /// </summary>
    public void Remember(IEnumerable<PaidBefore> trades)
    {
        lock (journal.Gate)
        {
            var facts = new List<Fact>();
            foreach (var trade in trades.Where(t => !byOutTradeNo.ContainsKey(t.OutTradeNo)).DistinctBy(t => t.OutTradeNo))
            {
                var created = new Fact
                {
                    Kind = "trade.created", Party = "alipay", OutTradeNo = trade.OutTradeNo, AmountMinor = trade.AmountMinor,
                    Currency = "CNY", Subject = trade.Subject, At = trade.PaidAt, ExpiresAt = trade.PaidAt + PayWindow,
                    TradeNo = $"{ChinaTime.Day(trade.PaidAt):yyyyMMdd}2200140000{byTradeNo.Count + facts.Count / 2 + 1:D10}",
                };
                facts.AddRange([created, created with { Kind = "trade.paid", Subject = null, ExpiresAt = null, Lost = true }]);
            }
            journal.Append(facts.ToArray());
        }
    }

    /// <summary>False when it is not open any more.</summary>
    public bool Pay(AlipayTrade trade, NoticeMode mode)
    {
        lock (journal.Gate)
        {
            if (Find(trade.OutTradeNo) is not { IsOpen: true }) return false;
            journal.Append(Of(trade, "trade.paid") with
            {
                AmountMinor = trade.AmountMinor,
                Lost = mode == NoticeMode.Lost ? true : null,
            });
            notices.Queue(trade, copies: mode == NoticeMode.Twice ? 2 : 1);
            return true;
        }
    }

    public void Fail(AlipayTrade trade)
    {
        lock (journal.Gate) journal.Append(Of(trade, "trade.failed") with { Reason = "payer" });
    }

    /// <summary>False when it is not waiting for the payer.</summary>
    public bool Close(AlipayTrade trade)
    {
        lock (journal.Gate)
        {
            if (!trade.IsOpen) return false;
            CloseNow(trade, "merchant");
            return true;
        }
    }

    /// <summary>Whether money moved, or Alipay's code for why the refund was refused.</summary>
    public (bool Moved, string? Refused) Refund(AlipayTrade trade, string requestNo, long amountMinor, string? reason)
    {
        lock (journal.Gate)
        {
            if (trade.Refunds.FirstOrDefault(refund => refund.RequestNo == requestNo) is { } earlier)
                return (false, earlier.AmountMinor == amountMinor ? null : "ACQ.DISCORDANT_REPEAT_REQUEST");
            if (trade.FinishedAt is not null) return (false, "ACQ.TRADE_HAS_FINISHED");
            if (trade.PaidAt is null || trade.ClosedAt is not null) return (false, "ACQ.TRADE_STATUS_ERROR");
            if (trade.RefundedMinor + amountMinor > trade.AmountMinor) return (false, "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
            var refund = Of(trade, "trade.refunded") with
            {
                RequestNo = requestNo,
                AmountMinor = amountMinor,
                Reason = reason,
            };
            if (trade.RefundedMinor + amountMinor == trade.AmountMinor)
                journal.Append(refund, Of(trade, "trade.closed") with { Reason = "refunded" });
            else
                journal.Append(refund);
            notices.Queue(trade, requestNo);
            return (true, null);
        }
    }

    /// <summary>Closes what nobody paid in time and finishes what can no longer be refunded.</summary>
    public void Tick()
    {
        lock (journal.Gate)
        {
            var now = clock.GetUtcNow();
            while (alarms.TryPeek(out var trade, out var at) && at <= now)
            {
                alarms.Dequeue();
                if (trade.IsOpen && trade.ExpiresAt <= now) CloseNow(trade, "timeout");
                if (trade.Status != "TRADE_SUCCESS" || trade.PaidAt + RefundWindow > now) continue;
                journal.Append(Of(trade, "trade.finished"));
                notices.Queue(trade);
            }
        }
    }

    private void CloseNow(AlipayTrade trade, string reason)
    {
        journal.Append(Of(trade, "trade.closed") with { Reason = reason });
        notices.Queue(trade);
    }

    private static Fact Of(AlipayTrade trade, string kind) => new()
    {
        Kind = kind, Party = "alipay", OutTradeNo = trade.OutTradeNo, TradeNo = trade.TradeNo, Currency = "CNY",
    };

    private void Apply(Fact fact)
    {
        if (fact.Kind == "trade.created") Add(fact);
        if (fact.TradeNo is null || !byTradeNo.TryGetValue(fact.TradeNo, out var trade)) return;
        switch (fact.Kind)
        {
            case "trade.paid":
                trade.PaidAt = fact.At;
                trade.NoticesLost = fact.Lost == true;
                alarms.Enqueue(trade, fact.At + RefundWindow);
                break;
            case "trade.refunded":
                trade.Refunds.Add(new(fact.RequestNo!, fact.AmountMinor!.Value, fact.Reason, fact.At));
                break;
            case "trade.closed":
                trade.ClosedAt = fact.At;
                break;
            case "trade.finished":
                trade.FinishedAt = fact.At;
                break;
        }
    }

    private void Add(Fact fact)
    {
        var trade = new AlipayTrade
        {
            OutTradeNo = fact.OutTradeNo!,
            TradeNo = fact.TradeNo!,
            AmountMinor = fact.AmountMinor!.Value,
            Subject = fact.Subject ?? "",
            CreatedAt = fact.At,
            ExpiresAt = fact.ExpiresAt!.Value,
            NotifyUrl = fact.NotifyUrl,
            ReturnUrl = fact.ReturnUrl,
        };
        byOutTradeNo[trade.OutTradeNo] = trade;
        byTradeNo[trade.TradeNo] = trade;
        alarms.Enqueue(trade, trade.ExpiresAt);
    }
}
