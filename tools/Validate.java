import java.io.File;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Validates PDF files against standards: Validate ua1,2a FILE... Exit code 1 when one fails, 2 when one can't be read. */
public class Validate {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        int passed = 0;
        int failed = 0;
        int broken = 0;
        for (int i = 1; i < arguments.length; i++) {
            for (String standard : arguments[0].split(",")) {
                try {
                    if (complies(new File(arguments[i]), PDFAFlavour.byFlavourId(standard))) {
                        passed++;
                    } else {
                        failed++;
                    }
                } catch (Exception error) {
                    System.out.println(arguments[i] + ": " + standard + ": can't be validated: " + error.getMessage());
                    broken++;
                }
            }
        }
        System.out.println("veraPDF: " + passed + " passed, " + failed + " failed, " + broken + " not readable");
        System.exit(broken > 0 ? 2 : failed > 0 || passed == 0 ? 1 : 0);
    }

    private static boolean complies(File file, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, standard, standard)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, 3, false, true, false);
            ValidationResult result = validator.validate(parser);
            for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
                String clause = rule.getKey().getClause() + "-" + rule.getKey().getTestNumber();
                System.out.println(file + ": " + standard + ": clause " + clause + " fails " + rule.getValue() + " times");
            }
            return result.isCompliant();
        }
    }
}
