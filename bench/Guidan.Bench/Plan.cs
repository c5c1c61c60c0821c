using System.Globalization;

namespace Guidan.Bench;

/// <summary>What a run is asked to do: every bound of it in one place, so that no run is without an end.</summary>
internal sealed record Plan
{
    public required string What { get; init; }
    public IReadOnlyList<string> Engines { get; init; } = ["sqlite", "postgres"];
    public int Connections { get; init; } = 64;

    /// <summary>Length of one measurement.</summary>
    public TimeSpan Seconds { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Load before the first measurement, so that the compiler has seen the path.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Measurements of each kind, taken in turns; the median is reported.</summary>
    public int Rounds { get; init; } = 3;

    public int Skus { get; init; } = 20;

    /// <summary>Orders that the lists are read over, or that growth ends with.</summary>
    public int Orders { get; init; } = 10_000;

    /// <summary>Webhooks that lie in the inbox: before intake is measured, or as the backlog.</summary>
    public int? Webhooks { get; init; }

    /// <summary>Rows of the file that is imported.</summary>
    public int Rows { get; init; } = 100_000;

    public static Plan? Read(string[] args)
    {
        if (args.Length == 0 || args[0] is not ("orders" or "lists" or "growth" or "intake" or "backlog" or "imports")) return null;
        var plan = new Plan { What = args[0] };
        for (var i = 1; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            if (plan.With(args[i], value) is not { } read) return null;
            plan = read;
        }
        return plan;
    }

    private Plan? With(string name, string value)
    {
        if (name == "--engine") return value is "sqlite" or "postgres" ? this with { Engines = [value] } : null;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 0) return null;
        return name switch
        {
            "--connections" => this with { Connections = Math.Clamp(number, 1, 1_000) },
            "--seconds" => this with { Seconds = TimeSpan.FromSeconds(Math.Clamp(number, 1, 120)) },
            "--warmup" => this with { WarmUp = TimeSpan.FromSeconds(Math.Min(number, 120)) },
            "--rounds" => this with { Rounds = Math.Clamp(number, 1, 20) },
            "--skus" => this with { Skus = Math.Clamp(number, 1, 1_000) },
            "--webhooks" => this with { Webhooks = Math.Min(number, 2_000_000) },
            "--orders" => this with { Orders = Math.Min(number, 2_000_000) },
            "--rows" => this with { Rows = Math.Clamp(number, 1, 1_000_000) },
            _ => null,
        };
    }

    public const string Usage =
        """
        Guidan.Bench orders | lists | growth | intake | backlog | imports [--engine sqlite|postgres] [--connections 64]
                     [--seconds 6] [--warmup 60] [--rounds 3] [--skus 20] [--orders 10000] [--webhooks 50000] [--rows 100000]

        orders   orders per second over HTTP beside the same rows written without HTTP
        lists    product list and back-office order list per second, with --orders orders in the shop
        growth   orders per second and latency while the shop grows to --orders orders
        intake   signed webhooks stored per second beside the same rows written without HTTP, after --webhooks were stored
        backlog  time until --webhooks stored webhooks are orders
        imports  seconds and peak memory of importing a Shopify file of --rows rows
        """;
}
