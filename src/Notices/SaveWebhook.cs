using Guidan.Kernel;
using Guidan.Operations;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Notices;

/// <summary>What people set on a receiver.</summary>
internal sealed record WebhookDraft(string Url, IReadOnlyList<string> Events);

/// <summary>A receiver's id and its secret, which is shown this once.</summary>
internal sealed record WebhookSecret(Guid Id, string Secret);

/// <summary>What all changes of receivers share.</summary>
internal static class Webhooks
{
    private const int UrlMost = 500;

    public static readonly Refusal Unknown = Refusal.NotFound("webhook.unknown", new("这个接收方", "This receiver"));

    public static Refusal? Check(WebhookDraft draft, WebhookSettings settings)
    {
        var errors = new Dictionary<string, Text>();
        var isUrl = draft.Url.Length <= UrlMost && Uri.TryCreate(draft.Url, UriKind.Absolute, out var uri) && uri.UserInfo == "" && uri.Fragment == ""
            && (uri.Scheme == Uri.UriSchemeHttps || settings.AllowPrivate && uri.Scheme == Uri.UriSchemeHttp);
        if (!isUrl) errors["url"] = new($"地址以 https:// 开头，最多{UrlMost}个字符，不带用户名和 #", $"The address begins with https://, has at most {UrlMost} characters, no user name and no #");
        if (draft.Events.Count == 0 || draft.Events.Except(WebhookEvents.All).Any())
            errors["events"] = new($"至少选一种：{string.Join("、", WebhookEvents.All)}", $"Choose at least one of {string.Join(", ", WebhookEvents.All)}");
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    public static Task<WebhookEndpoint?> Find(this ShopDb db, Guid id) => db.Set<WebhookEndpoint>().FirstOrDefaultAsync(e => e.Id == id);
}

/// <summary>Adds a receiver and makes its secret.</summary>
[Operation("webhooks.add", "添加推送接收方", "Add a webhook receiver", Permission = NoticesModule.Write)]
internal sealed class AddWebhook(ShopDb db, Sealer sealer, WebhookSettings settings, TimeProvider clock)
{
    private const int ReceiversMost = 20;

    public async Task<Result<WebhookSecret>> Run(WebhookDraft draft)
    {
        if (Webhooks.Check(draft, settings) is { } wrong) return wrong;
        return await db.InTransaction<WebhookSecret>(this, async () =>
        {
            if (await db.Read<WebhookEndpoint>().CountAsync() >= ReceiversMost) return Enough;
            var now = clock.GetUtcNow();
            var (id, secret) = (Guid.CreateVersion7(now), WebhookSignature.NewSecret());
            db.Set<WebhookEndpoint>().Add(new()
            {
                Id = id, Url = draft.Url, Events = WebhookEndpoint.Join(draft.Events.Distinct()), CreatedAt = now,
                Secret = sealer.Seal(secret, WebhookEndpoint.Place(id)),
            });
            db.Record($"webhook:{id:N}", null, Json.Write(draft));
            return new WebhookSecret(id, secret);
        });
    }

    private static readonly Refusal Enough = Refusal.Conflict("webhook.enough",
        new("接收方已满", "There are enough receivers"),
        new($"最多{ReceiversMost}个", $"At most {ReceiversMost}"),
        new("改一个不用的，不必再加", "Change one that is no longer needed"));
}

/// <summary>Changes where a receiver is and what it wants.</summary>
[Operation("webhooks.change", "修改推送接收方", "Change a webhook receiver", Permission = NoticesModule.Write)]
internal sealed class ChangeWebhook(ShopDb db, WebhookSettings settings)
{
    public async Task<Result<Done>> Run(Guid id, WebhookDraft draft)
    {
        if (Webhooks.Check(draft, settings) is { } wrong) return wrong;
        return await db.InTransaction<Done>(this, async () =>
        {
            if (await db.Find(id) is not { } found) return Webhooks.Unknown;
            var before = Json.Write(new WebhookDraft(found.Url, found.EventList));
            (found.Url, found.Events) = (draft.Url, WebhookEndpoint.Join(draft.Events.Distinct()));
            db.Record($"webhook:{id:N}", before, Json.Write(draft));
            return new Done();
        });
    }
}

/// <summary>Makes a new secret; for a day messages are signed with both.</summary>
[Operation("webhooks.rotate_secret", "更换推送密钥", "Rotate a webhook secret", Permission = NoticesModule.Write)]
internal sealed class RotateWebhookSecret(ShopDb db, Sealer sealer, TimeProvider clock)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public Task<Result<WebhookSecret>> Run(Guid id) => db.InTransaction<WebhookSecret>(this, async () =>
    {
        if (await db.Find(id) is not { } found) return Webhooks.Unknown;
        var secret = WebhookSignature.NewSecret();
        (found.OldSecret, found.OldUntil) = (found.Secret, clock.GetUtcNow() + Overlap);
        found.Secret = sealer.Seal(secret, WebhookEndpoint.Place(id));
        db.Record($"webhook:{id:N}", "secret", "new secret");
        return new WebhookSecret(id, secret);
    });
}

/// <summary>Switches a receiver off or on. One that was down gets what it missed when it is on again.</summary>
[Operation("webhooks.switch", "启用或停用推送", "Switch a webhook receiver", Permission = NoticesModule.Write)]
internal sealed class SwitchWebhook(ShopDb db, Cases cases, Caller caller, TimeProvider clock)
{
    internal sealed record Command(WebhookState State);

    private static readonly Statement Missed = new(
        "update notices_delivery set state = 0, due_at = $2, attempts = 0, done_at = null where endpoint = $1 and state <> 1");

    public async Task<Result<Done>> Run(Guid id, Command command)
    {
        if (command.State == WebhookState.Down) return Refusal.Invalid("state", new("只能启用或停用", "Switch it on or off"));
        return await db.InTransaction<Done>(this, async () =>
        {
            if (await db.Find(id) is not { } found) return Webhooks.Unknown;
            db.Record($"webhook:{id:N}", found.State.ToString(), command.State.ToString());
            if (found.State == WebhookState.Down && command.State == WebhookState.On) await Again(id);
            found.State = command.State;
            return new Done();
        });
    }

    private async Task Again(Guid id)
    {
        await db.Execute(Missed, id, clock.GetUtcNow());
        foreach (var kind in (string[])[NoteWebhookAnswer.GoneKind, NoteWebhookAnswer.DeadKind]) await cases.Close(kind, id.ToString("N"), "on", caller.Actor);
    }
}
