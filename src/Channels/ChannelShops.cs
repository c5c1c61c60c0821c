using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>The channels that this program can talk to, by code.</summary>
public sealed class ChannelShops
{
    /// <summary>Every code that has a clearing account and an address for webhooks.</summary>
    public static readonly IReadOnlyList<string> Codes = ["shopify", "woocommerce", "standard", FileShop.FileCode];

    private readonly Dictionary<string, IChannelShop> byCode;

    public ChannelShops(IEnumerable<IChannelShop> all)
    {
        byCode = all.ToDictionary(s => s.Code);
        Invariant.That(byCode.Keys.All(Codes.Contains), "every channel has its account and its inbox");
    }

    public IEnumerable<IChannelShop> All => Codes.Where(byCode.ContainsKey).Select(c => byCode[c]);

    public IChannelShop? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Where a channel's messages stand in the inbox, in claims and in the outbox.</summary>
    public static string SourceOf(string channel) => "channel:" + channel;
}
