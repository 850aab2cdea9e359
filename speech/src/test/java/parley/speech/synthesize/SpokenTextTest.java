package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          We are open.                        | We are open.
          It costs $5.                        | It costs five dollars.
          It costs $1.                        | It costs one dollar.
          It costs $1,249.50.                 | It costs one thousand two hundred forty nine dollars and fifty cents.
          It costs $0.99.                     | It costs ninety nine cents.
          It costs $12.01 today.              | It costs twelve dollars and one cent today.
          It costs $12.5 today.               | It costs twelve dollars and fifty cents today.
          A refund of -$20.                   | A refund of minus twenty dollars.
          About $5 million.                   | About five million dollars.
          About $2.5M.                        | About two point five million dollars.
          It is €12.                          | It is twelve euros.
          It is 12,000.00 EUR.                | It is twelve thousand euros.
          It is 12.30 € each.                 | It is twelve euros and thirty cents each.
          It is £5.01.                        | It is five pounds and one penny.
          It is £5.20.                        | It is five pounds and twenty pence.
          USD 40 a month                      | forty dollars a month
          50 cents each                       | fifty cents each
          15 dollars                          | fifteen dollars
          You save 10%.                       | You save ten percent.
          A rate of 4.25 % applies.           | A rate of four point two five percent applies.
          It fell -3% today.                  | It fell minus three percent today.
          On 2026-11-21 we close.             | On November twenty first, twenty twenty six we close.
          On 11/21/2026.                      | On November twenty first, twenty twenty six.
          On 21 November 2026.                | On November twenty first, twenty twenty six.
          On November 21, 2026.               | On November twenty first, twenty twenty six.
          On Nov. 21st we close.              | On November twenty first we close.
          the 3rd of May                      | the May third
          In March 2027.                      | In March twenty twenty seven.
          Founded in 1998.                    | Founded in nineteen ninety eight.
          Since 2005 and until 1905.          | Since two thousand five and until nineteen oh five.
          By May 1, 2000.                     | By May first, two thousand.
          2026-11-21T17:30                    | November twenty first, twenty twenty six, five thirty P M
          At 5:15 pm.                         | At five fifteen P M.
          At 5:15 p.m. we close.              | At five fifteen P M we close.
          At 5:05PM sharp                     | At five oh five P M sharp
          At 17:30.                           | At five thirty P M.
          At 12:00.                           | At twelve o'clock.
          At 00:00.                           | At midnight.
          At 08:00 or 9 am.                   | At eight A M or nine A M.
          From 9 am - 5 pm.                   | From nine A M to five P M.
          From 9am–5pm daily.                 | From nine A M to five P M daily.
          From 9:00-17:00.                    | From nine o'clock to five P M.
          Mon-Fri, 24/7                       | Monday to Friday, twenty four seven
          Call +1 555 0199.                   | Call plus one, five five five, zero one nine nine.
          Call 555-0199 now.                  | Call five five five, zero one nine nine now.
          Call (555) 010-0199.                | Call five five five, zero one zero, zero one nine nine.
          Call 1-800-555-0199.                | Call one, eight zero zero, five five five, zero one nine nine.
          Call +15550100199.                  | Call plus one five five, five zero one, zero zero one, nine nine.
          Dial 911.                           | Dial nine one one.
          Press 1 or press 0.                 | Press one or press zero.
          Ask for ext. 12.                    | Ask for extension one two.
          Your order #4711 is here.           | Your order number four seven one one is here.
          Your order 4711 is here.            | Your order four seven one one is here.
          Ticket no. 123456.                  | Ticket number one two three, four five six.
          Case ID: 90210                      | Case I D nine zero two, one zero
          Your order is AB-1234.              | Your order is A B, one two three four.
          Booking QX7RT2 is fine.             | Booking Q X seven R T two is fine.
          You have 3 orders of 25 items.      | You have three orders of twenty five items.
          order 2 items                       | order two items
          1,234,567 people                    | one million two hundred thirty four thousand five hundred sixty seven people
          about 3.14 or .5                    | about three point one four or zero point five
          1000000000                          | one billion
          Code 0042                           | Code zero zero four two
          It takes 3-5 days.                  | It takes three to five days.
          The 1st, 2nd, 23rd and 40th.        | The first, second, twenty third and fortieth.
          The 100th time                      | The one hundredth time
          It is -5 here.                      | It is minus five here.
          It is 20 °C or 68°F.                | It is twenty degrees Celsius or sixty eight degrees Fahrenheit.
          5 km or 1 km                        | five kilometers or one kilometer
          Up to 2.5 GB at 100 km/h            | Up to two point five gigabytes at one hundred kilometers per hour
          In 10 min or 2 hrs.                 | In ten minutes or two hours.
          6 ft and 12 oz                      | six feet and twelve ounces
          Version 2.3.4 is out                | Version two point three point four is out
          1 1/2 hours or 1/2 day              | one and a half hours or one half day
          Mail help@example.com.              | Mail help at example dot com.
          Mail jane_doe42@my-shop.example.org | Mail jane underscore doe four two at my dash shop dot example dot org
          See https://www.example.com/help/   | See example dot com slash help
          See example.com/faq for more.       | See example dot com slash faq for more.
          Dr. Smith and Mrs. Jones            | doctor Smith and missus Jones
          12 Main St. and St. Paul            | twelve Main street and saint Paul
          Pay by card, e.g. Visa.             | Pay by card, for example, Visa.
          That is, i.e. tomorrow              | That is, that is, tomorrow
          Shirts, shoes etc. are here.        | Shirts, shoes et cetera are here.
          Read our FAQ about VAT              | Read our F A Q about vat
          Your PIN and your ID                | Your pin and your I D
          The U.S. office                     | The U S office
          IT will call you, OK?               | I T will call you, okay?
          Do NOT hang up.                     | Do not hang up.
          PLEASE WAIT FOR THE NEXT AGENT.     | please wait for the next agent.
          Tom & Jerry                         | Tom and Jerry
          yes/no and/or maybe                 | yes no and or maybe
          self-service is well-known          | self service is well known
          wait - I mean – no                  | wait, I mean, no
          Well (as you know) yes...           | Well, as you know, yes.
          Thanks 😀👍!                         | Thanks!
          “Quoted” ‘text’                     | Quoted 'text'
          don't  worry,   it's fine           | don't worry, it's fine
          What?! Really...                    | What? Really.
          *bold* and `                        | bold and
          C++ 3 + 4 = 7                       | C plus plus three plus four equals seven
          café at 7                           | café at seven
          """)
  void writtenTextIsSaidAsPeopleSayIt(String written, String said) {
    assertEquals(said, SpokenText.of(written));
  }

  @Test
  void whatCannotBeSaidIsEmpty() {
    assertEquals("", SpokenText.of(""));
    assertEquals("", SpokenText.of(" \n\t"));
    assertEquals("", SpokenText.of("😀 … !?"));
    assertEquals("", SpokenText.of("你好"));
  }

  @Test
  void noDigitIsEverLeft() {
    String codes =
        "7 07 1.2.3.4 9x9 A1 1a2b3c 12:99 99/99/9999 2026-13-45 $ 5 3,14 1,23 0x1F 5e10 №5";
    String said = SpokenText.of(codes);
    assertTrue(said.chars().noneMatch(Character::isDigit), said);
  }
}
