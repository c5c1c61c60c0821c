namespace Guidan.Sandbox;

/// <summary>What happens by itself as time passes, and how a message is sealed at the moment that it leaves.</summary>
internal sealed class Clockwork(AlipayBook book, Parcels parcels, SandboxClock clock)
{
    public void Tick()
    {
        book.Tick();
        parcels.Tick();
    }

    public Dictionary<string, string> Seal(Delivery delivery, AlipayNotices notices, bool forged)
    {
        if (delivery.Party == "alipay") return notices.Seal(delivery.Fields, clock.GetUtcNow(), forged);
        return forged
            ? new(delivery.Fields) { ["sign"] = SandboxSignature.Md5(delivery.Fields["param"] + "a wrong salt") }
            : delivery.Fields;
    }
}
