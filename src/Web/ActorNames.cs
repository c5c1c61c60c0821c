using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Web;

/// <summary>Tells who reads the audit log and the movements of stock what actors are called: Staff knows, and the two stand side by side.</summary>
internal sealed class ActorNames(StaffLists staff) : IActorNames
{
    public IReadOnlyDictionary<string, string> NamesOf(IEnumerable<string> actors) => staff.NamesOf(actors);
}
