using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Web.Areas;

/// <summary>Enters and changes contacts so that a role has one holder at a time.</summary>
internal sealed class ContactDesk(ContactBook contacts)
{
    /// <summary>The contact of a place, or null when there is none.</summary>
    public async Task<Contact?> FindAsync(ContactPlace place, Guid id) =>
        (await contacts.OfAsync(place.Area)).FirstOrDefault(contact => contact.Id == id);

    /// <summary>Saves a contact. Whoever held the role before, without a last day or beyond the new one's first, leaves it the day before.</summary>
    public async Task SaveAsync(Contact contact)
    {
        var before = (await contacts.OfAsync(contact.Area))
            .Where(other => other.Id != contact.Id && other.Role == contact.Role && other.From < contact.From && other.HoldsOn(contact.From));
        foreach (var predecessor in before)
        {
            predecessor.To = contact.From.PlusDays(-1);
            await contacts.SaveAsync(predecessor);
        }

        await contacts.SaveAsync(contact);
    }

    /// <summary>Removes a contact entered by mistake.</summary>
    public Task RemoveAsync(Contact contact) => contacts.RemoveAsync(contact.Id);
}
