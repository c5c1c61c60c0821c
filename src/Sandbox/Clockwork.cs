namespace Guidan.Sandbox;

/// <summary>
/// What happens by itself as time passes, and how a message is sealed at the moment that it leaves.
/// </summary>
internal sealed class Clockwork(AlipayBook book, Parcels parcels, ShopHooks hooks, SandboxClock clock)
{
    public void Tick()
    {
        book.Tick();
        parcels.Tick();
    }

    /// <summary>The message as it leaves: time and signature belong to the try.</summary>
    public HttpRequestMessage Seal(Delivery delivery, AlipayNotices notices, bool forged)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(delivery.Url));
        request.Content = delivery.Party switch
        {
            "alipay" => new FormUrlEncodedContent(notices.Seal(delivery.Fields, clock.GetUtcNow(), forged)),
            "kuaidi100" => new FormUrlEncodedContent(!forged ? delivery.Fields
                : new(delivery.Fields) { ["sign"] = SandboxSignature.Md5(delivery.Fields["param"] + "a wrong salt") }),
            _ => hooks.Seal(delivery, request.Headers, forged),
        };
        return request;
    }

    /// <summary>Whoever gives up on a receiver after failures counts them here.</summary>
    public void Tried(Delivery delivery, bool accepted, bool comesAgain)
    {
        if (!delivery.Fields.ContainsKey("greeting")) hooks.Tried(delivery, accepted, comesAgain);
    }
}
