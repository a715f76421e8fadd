using System.Text;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>
/// Reads records separated by semicolons, or another sign, one by one, so that a file of any length needs the memory of its longest record: fields in
/// quotation marks may hold that sign, doubled quotation marks and line breaks.
/// </summary>
public sealed class CsvReader(TextReader text, char separator = ';')
{
    /// <summary>Characters of one record that are kept; of a longer one the rest is read past.</summary>
    public const int Longest = 2 * 1024 * 1024;

    private const char Quote = '"';

    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder field = new();
    private int at;
    private int end;
    private int kept;
    private int ended;

    /// <summary>The record last read was longer than <see cref="Longest"/> and is not whole.</summary>
    public bool IsCut => kept > Longest;

    /// <summary>The line on which the record last read begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    public async ValueTask<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        kept = 0;
        field.Clear();
        Line = ended + 1;
        var c = await NextAsync(cancellationToken);
        if (c < 0)
            return null;

        List<string> fields = [];
        var (quoted, atStart) = (false, true);
        for (; ; c = await NextAsync(cancellationToken))
        {
            if (c < 0 || (!quoted && c is '\r' or '\n'))
                break;
            if (quoted)
            {
                if (c != Quote)
                    Keep((char)c);
                else if (await PeekAsync(cancellationToken) == Quote)
                    Keep((char)await NextAsync(cancellationToken));
                else
                    quoted = false;
                continue;
            }

            if (c == Quote && atStart)
                quoted = true;
            else if (c == separator)
                fields.Add(Take());
            else
                Keep((char)c);
            atStart = c == separator;
        }

        if (c == '\r' && await PeekAsync(cancellationToken) == '\n')
            await NextAsync(cancellationToken);
        fields.Add(Take());
        return fields;
    }

    private void Keep(char c)
    {
        if (++kept <= Longest)
            field.Append(c);
    }

    private string Take()
    {
        var taken = field.ToString();
        field.Clear();
        // One long letter must not be paid for by all records after it.
        if (field.Capacity > buffer.Length)
            field.Capacity = buffer.Length;
        return taken;
    }

    private async ValueTask<int> NextAsync(CancellationToken cancellationToken)
    {
        var c = await PeekAsync(cancellationToken);
        at++;
        if (c == '\n')
            ended++;
        return c;
    }

    private ValueTask<int> PeekAsync(CancellationToken cancellationToken) => at < end ? new ValueTask<int>(buffer[at]) : FillAsync(cancellationToken);

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        (at, end) = (0, await text.ReadAsync(buffer, cancellationToken));
        return end == 0 ? -1 : buffer[0];
    }
}
