using System.Text;
using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>
/// A workbook's text table, packed as UTF-8 in blocks: some fifteen bytes for an identifier where .NET strings take sixty.
/// Each text is cut to what a cell keeps.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockBytes = 1 << 16;
    private const int BlockStarts = 1 << 14;

    private readonly List<byte[]> _blocks = [];
    private readonly List<int[]> _starts = [];
    private readonly char[] _text = new char[SheetRow.MaxText];
    private int _used = BlockBytes;
    private int _count;

    /// <summary>The table of the part, or an empty one when the workbook has none.</summary>
    public static SharedStrings Read(XmlReader? reader, CancellationToken cancellation)
    {
        var table = new SharedStrings();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                cancellation.ThrowIfCancellationRequested();
                table.Add(CellText.Read(reader, table._text));
            }
        }

        return table;
    }

    /// <summary>The text at the index, good until the next call; empty when the table has none.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_count)
            {
                return [];
            }

            var start = _starts[index / BlockStarts][index % BlockStarts];
            var block = _blocks[start / BlockBytes].AsSpan(start % BlockBytes);
            var length = block[0] | (block[1] << 8);
            return _text.AsSpan(0, Encoding.UTF8.GetChars(block.Slice(2, length), _text));
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        var needed = 2 + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_used + needed > BlockBytes)
        {
            if (_count >= ReadingLimits.SharedStrings || (_blocks.Count + 1) * BlockBytes > ReadingLimits.SharedStringBytes)
            {
                throw new UnreadableListException(ReadingLimits.TooLarge);
            }

            _blocks.Add(new byte[BlockBytes]);
            _used = 0;
        }

        if (_count % BlockStarts == 0)
        {
            _starts.Add(new int[BlockStarts]);
        }

        var block = _blocks[^1].AsSpan(_used);
        var length = Encoding.UTF8.GetBytes(text, block[2..]);
        (block[0], block[1]) = ((byte)length, (byte)(length >> 8));
        _starts[^1][_count++ % BlockStarts] = ((_blocks.Count - 1) * BlockBytes) + _used;
        _used += 2 + length;
    }
}
