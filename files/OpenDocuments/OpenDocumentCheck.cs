using System.Text;
using System.Xml;
using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.OpenDocuments;

/// <summary>OpenDocument files, by the type that their first entry states. Nested folders such as <c>Object 1</c> are charts, and are read like the rest.</summary>
internal sealed class OpenDocumentCheck(Stream content, IReadOnlyList<ZipEntry> entries, CheckScope scope)
{
    /// <summary>The name of the first entry.</summary>
    public const string TypeName = "mimetype";

    private static readonly string[] _macroFolders = ["/Basic/", "/Scripts/", "/Dialogs/"];

    public FileKind Kind()
    {
        var kind = StatedKind();
        foreach (var entry in entries.Where(entry => entry.Name != TypeName))
        {
            CheckPart(entry);
        }

        return kind;
    }

    private FileKind StatedKind()
    {
        using var part = new EntryStream(content, entries[0], scope);
        var type = Encoding.ASCII.GetString(part.Start);
        part.Finish();
        foreach (var kind in (FileKind[])[FileKind.Odt, FileKind.Ods, FileKind.Odp])
        {
            if (KindFacts.Of(kind).ContentType == type)
            {
                return kind;
            }
        }

        throw new RefusedException(Refusals.OtherOfficeKind);
    }

    private void CheckPart(ZipEntry entry)
    {
        if (!entry.IsFolder && _macroFolders.Any(folder => ("/" + entry.Name).Contains(folder, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException(Refusals.Macros);
        }

        using var part = new EntryStream(content, entry, scope);
        if (entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
        {
            PartXml.Walk(part, Watch);
        }
        else
        {
            EmbeddedFiles.Refuse(part.Start);
            part.Finish();
        }
    }

    private static void Watch(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return;
        }

        var refusal = reader.LocalName switch
        {
            "encryption-data" => Refusals.Encrypted,
            "event-listener" => Refusals.Macros,
            "script" when !reader.IsEmptyElement => Refusals.Macros,
            "dde-source" or "dde-link" or "dde-connection-decl" => Refusals.Command,
            "object-ole" or "plugin" or "applet" => Refusals.EmbeddedObject,
            _ => null,
        };
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        while (reader.MoveToNextAttribute())
        {
            RequireAttribute(reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
        if (reader.GetAttribute("href", "http://www.w3.org/1999/xlink") is { } target)
        {
            RequireLink(reader.LocalName, target);
        }
    }

    /// <summary>Formulas, also in the language of Excel, and where relative addresses begin.</summary>
    private static void RequireAttribute(string name, string space, string value)
    {
        if (name is "formula" or "condition" or "expression" or "value-expression" or "base-cell-address")
        {
            var isOfExcel = value.StartsWith("msoxl:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("oooxl:", StringComparison.OrdinalIgnoreCase);
            if (isOfExcel)
            {
                FormulaRules.Require(value);
            }
            else
            {
                FormulaRules.RequireOpen(value);
            }
        }

        if (name == "base" && space == "http://www.w3.org/XML/1998/namespace" && Addresses.IsRemote(value))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>Text and shapes may be links to click; every other reference must stay inside the file.</summary>
    private static void RequireLink(string element, string target)
    {
        if (element == "a")
        {
            RelationshipCheck.RequireClickable(target);
        }
        else if (target.Contains(':') || target.StartsWith('/') || target.StartsWith("..", StringComparison.Ordinal) || target.StartsWith('\\'))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }
}
