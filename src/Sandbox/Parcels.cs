using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>The simulated tracker's parcels, moved by a timetable or by hand, each move pushed to the shop.</summary>
internal sealed class Parcels
{
    private readonly Journal journal;
    private readonly SandboxClock clock;
    private readonly Outbox outbox;
    private readonly TimeSpan step;
    private readonly Dictionary<string, Parcel> byNumber = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Parcel, DateTimeOffset> moves = new();

    public Parcels(Journal journal, SandboxClock clock, Outbox outbox, SandboxSettings settings)
    {
        this.journal = journal;
        this.clock = clock;
        this.outbox = outbox;
        step = TimeSpan.FromSeconds(settings.ParcelStepSeconds);
        journal.Applied += Apply;
    }

    public Parcel? Find(string? number)
    {
        lock (journal.Gate) return number is null ? null : byNumber.GetValueOrDefault(number);
    }

    /// <summary>False when it is followed already.</summary>
    public bool Follow(string carrier, string number, string callbackUrl, string? salt)
    {
        lock (journal.Gate)
        {
            if (byNumber.TryGetValue(number, out var known) && known.Carrier == carrier && !known.Aborted) return false;
            journal.Append(new Fact
            {
                Kind = "parcel.followed", Party = "kuaidi100", Carrier = carrier, Number = number, Url = callbackUrl,
                Salt = salt,
            });
            return true;
        }
    }

    /// <summary>One step on the usual way, or the state that a test asks for (<c>abort</c>: the tracker gives up).</summary>
    public void Move(Parcel parcel, string? code, string? text)
    {
        lock (journal.Gate)
        {
            var next = Parcel.Way[Math.Min(parcel.Steps, Parcel.Way.Length - 1)];
            if (code is null && parcel.IsOver) return;
            journal.Append(new Fact
            {
                Kind = "parcel.moved", Party = "kuaidi100", Carrier = parcel.Carrier, Number = parcel.Number,
                State = code ?? next.Code, Text = text ?? (code is null ? next.Text : $"状态{code}"),
                Reason = code is null ? null : "told",
            });
            outbox.Queue("kuaidi100", parcel.Number, parcel.CallbackUrl, Push(parcel), 1, lost: false);
        }
    }

    public void Tick()
    {
        lock (journal.Gate)
        {
            var now = clock.GetUtcNow();
            while (moves.TryPeek(out var parcel, out var at) && at <= now)
            {
                moves.Dequeue();
                if (parcel.IsOver || parcel.OffTimetable || byNumber[parcel.Number] != parcel) continue;
                if (parcel.Since + step * (parcel.Steps + 1) <= now) Move(parcel, null, null);
                else moves.Enqueue(parcel, parcel.Since + step * (parcel.Steps + 1));
            }
        }
    }

    /// <summary>The full list, newest first, as pushes and queries both carry it.</summary>
    public static object Result(Parcel parcel) => new
    {
        message = parcel.Aborted ? "快递公司参数异常：单号不存在或者已经过期" : "ok",
        state = parcel.State,
        status = parcel.Aborted ? "201" : "200",
        condition = "F00",
        ischeck = parcel.State == "3" ? "1" : "0",
        com = parcel.Carrier,
        nu = parcel.Number,
        data = Enumerable.Reverse(parcel.Events).Select(passed => new
        {
            context = passed.Text,
            time = ChinaTime.Text(passed.At),
            ftime = ChinaTime.Text(passed.At),
            statusCode = passed.Code,
        }).ToArray(),
    };

    private static Dictionary<string, string> Push(Parcel parcel)
    {
        var param = JsonSerializer.Serialize(new
        {
            status = parcel.Aborted ? "abort" : parcel.IsOver ? "shutdown" : "polling",
            billstatus = "",
            message = parcel.Aborted ? "3天查询无记录" : "",
            autoCheck = "0",
            comOld = "",
            comNew = "",
            lastResult = Result(parcel),
        }, Fact.Json);
        var fields = new Dictionary<string, string> { ["param"] = param };
        if (parcel.Salt is not null) fields["sign"] = SandboxSignature.Md5(param + parcel.Salt);
        return fields;
    }

    private void Apply(Fact fact)
    {
        if (fact.Kind == "parcel.followed")
        {
            var parcel = new Parcel
            {
                Carrier = fact.Carrier!, Number = fact.Number!, CallbackUrl = fact.Url!, Salt = fact.Salt,
                Since = fact.At,
            };
            byNumber[parcel.Number] = parcel;
            moves.Enqueue(parcel, fact.At + step);
        }

        if (fact.Kind != "parcel.moved" || !byNumber.TryGetValue(fact.Number!, out var moved)) return;
        moved.OffTimetable |= fact.Reason == "told";
        if (fact.State == "abort")
        {
            moved.Aborted = true;
            return;
        }

        moved.Events.Add((fact.At, fact.State!, fact.Text ?? ""));
        if (fact.Reason is not null) return;
        moved.Steps++;
        moves.Enqueue(moved, moved.Since + step * (moved.Steps + 1));
    }
}
