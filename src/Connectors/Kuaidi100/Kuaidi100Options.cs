namespace Guidan.Connectors;

/// <summary>Settings of Kuaidi100 (快递100), bound from <c>Carriers:Kuaidi100</c>.</summary>
public sealed class Kuaidi100Options
{
    /// <summary>Section of the configuration that holds these settings.</summary>
    public const string Section = "Carriers:Kuaidi100";

    /// <summary>Address without path, e.g. <c>https://poll.kuaidi100.com</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Our customer number, part of the query signature.</summary>
    public string Customer { get; set; } = "";

    /// <summary>The authorization key.</summary>
    public string Key { get; set; } = "";

    /// <summary>Our own secret that pushes are signed with.</summary>
    public string Salt { get; set; } = "";

    /// <summary>How long one call may take before its outcome counts as unknown.</summary>
    public int TimeoutSeconds { get; set; } = 10;
}
