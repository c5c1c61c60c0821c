namespace Guidan.Sandbox;

/// <summary>A parcel that the simulated tracker follows. Its events are kept oldest first.</summary>
internal sealed class Parcel
{
    /// <summary>The usual way of a parcel: detailed code, words as carriers write them.</summary>
    public static readonly (string Code, string Text)[] Way =
    [
        ("103", "【杭州市】快件已被【余杭揽投部】揽收"),
        ("1001", "【杭州市】快件离开【杭州转运中心】，发往【上海转运中心】"),
        ("1002", "【上海市】快件到达【上海转运中心】"),
        ("501", "【上海市】快递员正在派件，电话：138****0000"),
        ("301", "【上海市】快件已签收，签收人：本人"),
    ];

    public required string Carrier { get; init; }
    public required string Number { get; init; }
    public required string CallbackUrl { get; init; }
    public required string? Salt { get; init; }
    public required DateTimeOffset Since { get; init; }

    public List<(DateTimeOffset At, string Code, string Text)> Events { get; } = [];

    /// <summary>How many steps of the usual way are behind it.</summary>
    public int Steps { get; set; }

    /// <summary>Told otherwise by a test, it no longer goes the usual way by itself.</summary>
    public bool OffTimetable { get; set; }

    public bool Aborted { get; set; }

    public string State => Events.Count == 0 ? "0" : Coarse(Events[^1].Code);

    public bool IsOver => Aborted || State is "3" or "4" or "14";

    /// <summary>The state that a detailed code belongs to.</summary>
    public static string Coarse(string code) => code.Length switch
    {
        3 => code[..1],
        4 => code[..2] == "10" ? "0" : code[..2],
        _ => code,
    };
}
