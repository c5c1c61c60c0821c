namespace Guidan.Sandbox;

/// <summary>Where the sandbox lives and how fast its world turns.</summary>
public sealed record SandboxSettings
{
    /// <summary>Folder of keys, journal and <c>sandbox.json</c>. Made when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The address under which payers and the shop reach the sandbox.</summary>
    public Uri Address { get; init; } = new("http://127.0.0.1:5081");

    /// <summary>Factor on the published gaps between repeats of a notice: 1 is real, 0.01 turns 4 min into 2.4 s.</summary>
    public double NoticeScale { get; init; } = 1;

    /// <summary>Seconds from one step of a parcel to the next.</summary>
    public double ParcelStepSeconds { get; init; } = 20;

    /// <summary>Public key (bare base64) of a shop that brings its own key; else the sandbox makes a pair for it.</summary>
    public string? MerchantPublicKey { get; init; }
}
