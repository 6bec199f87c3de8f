using AreaSend.Core.Inspections;
using AreaSend.Services.Staff;

namespace AreaSend.Web.SignIn;

/// <summary>Who recorded something, for people of the inspectorates to read: events hold an identifier, and the name stands elsewhere.</summary>
internal sealed class RecorderNames(StaffDirectory staff)
{
    /// <summary>How to write these recorders: <c>Pat Fictional, Coordinator</c>, or the role alone where nobody signed in.</summary>
    public async Task<Func<Recorder, string>> ForAsync(IEnumerable<Recorder> recorders)
    {
        var names = await staff.NamesAsync([.. recorders.Select(by => by.Person).OfType<Guid>().Distinct()]);
        return by => by.Person is { } person && names.TryGetValue(person, out var name) ? $"{name}, {by.Role.Show()}" : by.Role.Show();
    }
}
