using System.Xml;

namespace AreaSend.FileChecks.XmlGuards;

/// <summary>The names that an XML reader has met: it keeps each for good, so their number is bounded.</summary>
public sealed class BoundedNames : XmlNameTable
{
    private readonly NameTable _names = new();
    private int _count;
    private int _characters;

    public override string Add(string array) => _names.Get(array) ?? Counted(_names.Add(array));

    public override string Add(char[] array, int offset, int length) => _names.Get(array, offset, length) ?? Counted(_names.Add(array, offset, length));

    public override string? Get(string array) => _names.Get(array);

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    private string Counted(string name)
    {
        _characters += name.Length;
        return ++_count <= MarkupLimits.Names && _characters <= MarkupLimits.NameCharacters
            ? name
            : throw new MarkupTooLargeException();
    }
}
