using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Areas;

/// <summary>What somebody typed about a contact.</summary>
public sealed class ContactForm
{
    public const string KeepAsItIs = "keep";

    public string? Role { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public DateParts From { get => field ??= new(); set; }

    public DateParts To { get => field ??= new(); set; }

    /// <summary>Ticked to keep an address that does not look like one.</summary>
    public string[]? Keep { get; set; }

    /// <summary>The address does not look like one, so the page offers to keep it all the same.</summary>
    public bool IsDoubtful => !string.IsNullOrWhiteSpace(Email) && !AddressForm.IsWellFormed(AddressForm.Clean(Email));

    public static ContactForm Of(Contact contact) => new()
    {
        Role = contact.Role.ToString(),
        Name = contact.Name,
        Email = contact.Email,
        From = DateParts.Of(contact.From),
        To = contact.To is { } to ? DateParts.Of(to) : new DateParts(),
    };

    /// <summary>The contact that was meant, or null after saying at each field what to put right.</summary>
    /// <param name="place">Where it belongs.</param>
    /// <param name="id">The contact that it takes the place of, or a new one's identifier.</param>
    /// <param name="errors">Where sentences go.</param>
    public Contact? Read(ContactPlace place, Guid id, FormErrors errors)
    {
        if (!Enum.TryParse<RecipientRole>(Role, out var role) || !place.Roles.Contains(role))
        {
            errors.Add("Form.Role", "Select a role");
        }

        var name = errors.Text("Form.Name", Name, "a name");
        ReadEmail(errors);
        var from = From.Read("Form.From", "First day in the role", errors);
        var to = To.IsEmpty ? null : To.Read("Form.To", "Last day in the role", errors);
        if (to < from)
        {
            errors.Add("Form.To.Day", "Last day in the role must be the same as or after the first day");
        }

        return errors.Any
            ? null
            : new Contact { Id = id, Area = place.Area, Role = role, Name = name, Email = AddressForm.Clean(Email), From = from!.Value, To = to };
    }

    private void ReadEmail(FormErrors errors)
    {
        if (
            errors.Text("Form.Email", Email, "an e-mail address") is { Length: > 0 and <= RequiredText.Line }
            && IsDoubtful
            && Keep?.Contains(KeepAsItIs) != true)
        {
            errors.Add("Form.Email", $"{AddressForm.WhyNot(AddressForm.Clean(Email))}, or choose to keep it as it is");
        }
    }
}
