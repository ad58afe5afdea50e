using PartyCms.Kernel.Data;
using PartyCms.WeChat.Conversation;

namespace PartyCms.WeChat.Callback;

/// <summary>Handles each push once, however often and on however many nodes WeChat delivers it.</summary>
internal sealed class AnswerPush(
    CmsDbContext db, IDatabaseProvider provider, ComposeReply composeReply, TimeProvider clock)
{
    /// <summary>
    /// The content of the answer, for a repeated push the same as before; null where there is nothing to say.
    /// </summary>
    public async Task<string?> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var key = DeduplicationKey.Of(message);

        // The row goes first, in the transaction of the handling: a repetition that arrives meanwhile waits for it and
        // loses, and after a crash nothing is left in the way of the next repetition.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(key, cancellationToken) is { } handled)
        {
            return handled.Reply;
        }

        var push = new InboundPush { Key = key, ReceivedUtc = clock.GetUtcNow() };
        db.Add(push);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            await transaction.RollbackAsync(cancellationToken);
            return (await FindAsync(key, cancellationToken))?.Reply;
        }

        var reply = await composeReply.RunAsync(message.Content, cancellationToken);
        push.Reply = ReplyWriter.WriteContent(reply, message.Content);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return push.Reply;
    }

    private Task<InboundPush?> FindAsync(string key, CancellationToken cancellationToken) =>
        db.Set<InboundPush>().AsNoTracking().SingleOrDefaultAsync(push => push.Key == key, cancellationToken);
}
