using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>A token as lists show it; its text is nowhere any more.</summary>
public sealed record TokenRow(
    Guid Id, string Name, RoleName Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, bool Revoked);

/// <summary>Reads who works here, in which roles, and which programs have a way in.</summary>
public sealed class StaffLists(ShopDb db, Caller caller, Sealer sealer, Roles roles)
{
    /// <summary>Members, in the order in which they came.</summary>
    public async Task<Page<StaffRow>> Members(PageAsk ask)
    {
        var after = Guid.TryParse(ask.After, out var id) ? id : Guid.Empty;
        var names = (await roles.All()).ToDictionary(r => r.Code, r => r.Name.In(caller.Tongue));
        var members = db.Read<StaffMember>().Where(m => m.Id > after).OrderBy(m => m.Id).Take(ask.Limit + 1).ToList();
        var ids = members.Select(m => m.Id).ToList();
        var seen = db.Read<StaffSession>().Where(s => ids.Contains(s.Member)).ToList()
            .GroupBy(s => s.Member).ToDictionary(g => g.Key, g => g.Max(s => s.LastSeenAt));
        return Page<StaffMember>.From(members, ask.Limit, m => m.Id.ToString()).Select(m => new StaffRow(
            m.Id, m.Name, sealer.Open(m.EmailSealed, MemberEmails.Place(m.Id)), NameOf(names, m.Role), m.Disabled, m.CodeOn,
            m.CreatedAt, seen.TryGetValue(m.Id, out var at) ? at : null));
    }

    /// <summary>Access tokens, in the order in which they were made.</summary>
    public async Task<Page<TokenRow>> Tokens(PageAsk ask)
    {
        var after = Guid.TryParse(ask.After, out var id) ? id : Guid.Empty;
        var names = (await roles.All()).ToDictionary(r => r.Code, r => r.Name.In(caller.Tongue));
        var tokens = db.Read<AccessToken>().Where(t => t.Id > after).OrderBy(t => t.Id).Take(ask.Limit + 1).ToList();
        return Page<AccessToken>.From(tokens, ask.Limit, t => t.Id.ToString()).Select(t => new TokenRow(
            t.Id, t.Name, NameOf(names, t.Role), t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.Revoked));
    }

    /// <summary>Every role with what it may do and how many hold it.</summary>
    public async Task<Page<RoleRow>> Roles()
    {
        var held = db.Read<StaffMember>().GroupBy(m => m.Role).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionary(g => g.Key, g => g.Count);
        return new Page<RoleRow>((await roles.All()).Select(r => new RoleRow(r.Code, r.Name.In(caller.Tongue), r.Name, r.BuiltIn,
            r.Permissions.Order().ToList(), held.GetValueOrDefault(r.Code))).ToList(), null);
    }

    /// <summary>True while nobody works here yet.</summary>
    public bool IsEmpty() => !db.Read<StaffMember>().Any();

    /// <summary>Whose e-mail address this is, or null.</summary>
    public Guid? FindByEmail(string email)
    {
        if (Emails.Normalize(email) is not { } normalized) return null;
        var index = MemberEmails.Index(sealer, normalized);
        return db.Read<StaffMember>().FirstOrDefault(m => m.EmailIndex == index)?.Id;
    }

    /// <summary>The member's e-mail address and whether codes are on, or null when there is no such member.</summary>
    public (string Email, bool CodeOn)? Account(Guid id) => db.Read<StaffMember>().FirstOrDefault(m => m.Id == id) is { } m
        ? (sealer.Open(m.EmailSealed, MemberEmails.Place(id)), m.CodeOn) : null;

    /// <summary>The names of the members and tokens behind actors such as <c>staff:…</c> and <c>token:…</c>.</summary>
    public IReadOnlyDictionary<string, string> NamesOf(IEnumerable<string> actors)
    {
        var ids = actors.Select(a => a.Split(':')).Where(p => p.Length == 2 && p[0] is "staff" or "token")
            .Select(p => Guid.TryParse(p[1], out var id) ? id : Guid.Empty).ToHashSet();
        var names = db.Read<StaffMember>().Where(m => ids.Contains(m.Id)).ToDictionary(m => $"staff:{m.Id:N}", m => m.Name);
        foreach (var token in db.Read<AccessToken>().Where(t => ids.Contains(t.Id)).ToList()) names[$"token:{token.Id:N}"] = token.Name;
        return names;
    }

    private static RoleName NameOf(Dictionary<string, string> names, string code) => new(code, names.GetValueOrDefault(code, code));
}
