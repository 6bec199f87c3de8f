using System.Xml;
using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks.Packages;

/// <summary>What each part of an office document says that it is.</summary>
internal sealed class ContentTypes
{
    public const string PartName = "[Content_Types].xml";

    private readonly Dictionary<string, string> _byEnding = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);

    public static ContentTypes Read(EntryStream part)
    {
        var types = new ContentTypes();
        PartXml.Walk(part, types.Take);
        return types;
    }

    /// <summary>Every type that is spoken of.</summary>
    public IEnumerable<string> All => _byEnding.Values.Concat(_byPart.Values);

    /// <summary>The type of a part; empty when it has none.</summary>
    public string Of(string part) =>
        _byPart.GetValueOrDefault(part) ?? _byEnding.GetValueOrDefault(part[(part.LastIndexOf('.') + 1)..]) ?? "";

    private void Take(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
        {
            return;
        }

        if (reader.GetAttribute("Extension") is { } ending)
        {
            Set(_byEnding, ending.Trim(), type);
        }
        else if (reader.GetAttribute("PartName") is { } name)
        {
            Set(_byPart, name.TrimStart('/'), type);
        }
    }

    /// <summary>A part of two types is one thing to one program and another to the next.</summary>
    private static void Set(Dictionary<string, string> types, string key, string type)
    {
        if (!types.TryAdd(key, type) && !types[key].Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(Refusals.TwoReadings);
        }
    }
}
