using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>The statements that begin and end sessions.</summary>
internal static class Sessions
{
    public static readonly Statement Insert = new(
        "insert into staff_session (hash, member, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5)");
    public static readonly Statement End = new("delete from staff_session where hash = $1");
    public static readonly Statement EndAllOf = new("delete from staff_session where member = $1");
    public static readonly Statement EndExpired = new("delete from staff_session where expires_at < $1 or last_seen_at < $2");
}
