namespace AreaSend.Web.Components.Forms;

/// <summary>What is wrong with a posted form: sentences a person can act on, each at the field where it is put right, in the order of the page.</summary>
public sealed class FormErrors
{
    private readonly List<FormError> _errors = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>All errors, in the order they were added.</summary>
    public IReadOnlyList<FormError> All => _errors;

    /// <summary>Adds a sentence without a full stop, "Enter a reason", at the field <paramref name="name"/>, "Form.Reason".</summary>
    public void Add(string name, string sentence) => _errors.Add(new FormError(name, sentence));

    /// <summary>Adds a sentence that belongs to no field, such as a refusal of the whole.</summary>
    public void Add(string sentence) => _errors.Add(new FormError(null, sentence));

    /// <summary>The first sentence for the field <paramref name="name"/> or a part of it ("Form.Date.Month" is part of "Form.Date"), or null.</summary>
    public string? For(string name) => _errors.FirstOrDefault(error => error.IsAt(name))?.Sentence;
}

/// <summary>One sentence, and the field to go to; no field if the form as a whole is refused.</summary>
public sealed record FormError(string? Name, string Sentence)
{
    internal bool IsAt(string name) =>
        Name is not null && (Name == name || (Name.StartsWith(name, StringComparison.Ordinal) && Name[name.Length] == '.'));
}
