using System.Xml;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// The stories that a part of a Word document tells: its own, that of each text box, and each branch of which a program reads one and passes over the others.
/// A field lies within one story; where it does not, or where its code hangs on what a program passes over, two programs would see two fields.
/// </summary>
internal sealed class FieldStories
{
    private const string Word = "wordprocessingml";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly Stack<Story> _stories = new([new Story(Depth: -1, IsBranch: false)]);

    private Story Current => _stories.Peek();

    public static bool IsOfWord(XmlReader reader) => reader.NamespaceURI.Contains(Word, StringComparison.Ordinal);

    /// <exception cref="RefusedException">A field's code has branches.</exception>
    public void Enter(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        switch (reader.LocalName)
        {
            case "txbxContent" when IsOfWord(reader):
                _stories.Push(new Story(reader.Depth, IsBranch: false));
                break;
            case "Choice" or "Fallback" when reader.NamespaceURI == Compatibility:
                Require(!Current.Codes.IsInCode);
                _stories.Push(new Story(reader.Depth, IsBranch: true));
                break;
            case "del" or "moveFrom" when IsOfWord(reader):
                Current.Deleted ??= reader.Depth;
                break;
            case var _ when !IsOfWord(reader) && reader.NamespaceURI != Compatibility:
                Current.Foreign ??= reader.Depth;
                break;
        }
    }

    /// <exception cref="RefusedException">A branch ends in the middle of a field, or a field is not to be taken in.</exception>
    public void Leave(int depth)
    {
        if (Current.Depth == depth)
        {
            var story = _stories.Pop();
            Require(!story.IsBranch || !story.Codes.IsOpen);
            story.Codes.EndAll();
            return;
        }

        Current.Deleted = Current.Deleted == depth ? null : Current.Deleted;
        Current.Foreign = Current.Foreign == depth ? null : Current.Foreign;
    }

    /// <summary>The beginning, the middle or the end of a field; <paramref name="mark"/> as the attribute has it.</summary>
    public void Mark(string? mark)
    {
        Require(Current.Foreign is null);
        switch (mark)
        {
            case "begin":
                Current.Codes.Begin();
                break;
            case "separate":
                Current.Codes.Separate();
                break;
            case "end":
                Current.Codes.End();
                break;
        }
    }

    /// <summary>Text that is marked as code.</summary>
    public void TakeCode(string text)
    {
        Require(Current.Foreign is null);
        Current.Codes.TakeCode(text, isDeleted: Current.Deleted is not null);
    }

    /// <summary>Any other text.</summary>
    public void Take(string text) => Current.Codes.Take(text);

    /// <summary>The part is over.</summary>
    public void End()
    {
        foreach (var story in _stories)
        {
            story.Codes.EndAll();
        }
    }

    private static void Require(bool isWhole)
    {
        if (!isWhole)
        {
            throw new RefusedException(Refusals.Command);
        }
    }

    /// <param name="Depth">Of the element that tells it.</param>
    /// <param name="IsBranch">Whether a program may pass over it.</param>
    private sealed record Story(int Depth, bool IsBranch)
    {
        public FieldCodes Codes { get; } = new();

        /// <summary>The outermost element that is no word of Word's: a program may pass over it.</summary>
        public int? Foreign { get; set; }

        /// <summary>The outermost element of what a tracked change takes away.</summary>
        public int? Deleted { get; set; }
    }
}
