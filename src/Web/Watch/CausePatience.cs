using Guidan.Assurance;
using Guidan.Notices;

namespace Guidan.Web.Watch;

/// <summary>The catalogue of causes says how long each may lie unread; what it does not know waits as long as an unknown cause.</summary>
internal sealed class CausePatience : IAlertPatience
{
    public TimeSpan Of(string kind, string subject) => Causes.Of(kind, subject).Escalate;
}
